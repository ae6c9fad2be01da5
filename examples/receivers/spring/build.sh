# Compiles against the jars of Debian's packages, which have no dependency manager.
set -e
names="spring3-core spring3-beans spring3-context spring3-aop spring3-expression spring3-jdbc spring3-transaction
spring3-web spring3-web.servlet commons-logging jackson-core jackson-databind jackson-annotations
tomcat9-catalina tomcat9-api tomcat9-coyote tomcat9-juli tomcat9-util tomcat9-util-scan tomcat9-jni tomcat9-servlet-api
tomcat9-annotations-api tomcat9-jaspic-api h2"
classpath=classes
for name in $names; do
    classpath="$classpath:/usr/share/java/$name.jar"
done
javac -encoding UTF-8 -d classes -cp "$classpath" ./*.java
printf '%s' "$classpath" > classpath
