package popbill;

import java.io.File;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** What Spring Boot does for you: Tomcat with its 200 threads, Spring MVC, and the beans of the database. */
public class Server {
    /** Without @Configuration, which makes Spring generate a class: Debian's Spring 4.3 cannot do that. */
    static class Database {
        @Bean
        DataSource dataSource() {
            String path = System.getenv("RECEIVER_DATA");
            String place = path == null || path.isEmpty() ? "mem:popbill" : "file:" + new File(path).getAbsolutePath();
            // The pool may close all connections when idle; the first delay keeps a database in memory alive meanwhile.
            // H2 writes a commit to its file half a second later, which is after our OK, unless the second one is 0.
            String url = "jdbc:h2:" + place + ";MODE=MySQL;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000";
            return JdbcConnectionPool.create(url, "sa", "");
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }
    }

    public static void main(String[] args) throws Exception {
        AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
        // The four parts of @EnableWebMvc that are used here; it stands on @Configuration itself.
        spring.register(RequestMappingHandlerMapping.class, RequestMappingHandlerAdapter.class,
                ExceptionHandlerExceptionResolver.class, DefaultHandlerExceptionResolver.class);
        spring.register(Database.class, EventStore.class, WebhookController.class, ProbeController.class);
        spring.refresh();

        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        String port = System.getenv("PORT");
        tomcat.setPort(port == null || port.isEmpty() ? 8080 : Integer.parseInt(port));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        // Tomcat's own error pages show the stack trace to everyone.
        ErrorReportValve errors = new ErrorReportValve();
        errors.setShowReport(false);
        errors.setShowServerInfo(false);
        tomcat.getHost().getPipeline().addValve(errors);

        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "spring", new DispatcherServlet(spring)).setLoadOnStartup(1);
        context.addServletMappingDecoded("/", "spring");
        tomcat.start();
        tomcat.getServer().await();
    }
}
