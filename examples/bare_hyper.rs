//! The baseline of capture measurements: a bare hyper server that reads a body, answers `OK` and keeps nothing.

#![expect(clippy::print_stdout, reason = "whoever starts it reads its port")]

use hyper::body::{Body, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

async fn answer(request: hyper::Request<Incoming>) -> Result<hyper::Response<String>, hyper::Error> {
    let mut body = request.into_body();
    while let Some(frame) =
        std::future::poll_fn(|context| Body::poll_frame(std::pin::Pin::new(&mut body), context)).await
    {
        frame?;
    }
    Ok(hyper::Response::new("OK".to_owned()))
}

fn main() -> std::io::Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        println!("{}", listener.local_addr()?.port());
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            tokio::spawn(async move {
                let service = service_fn(answer);
                hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await.ok();
            });
        }
    })
}
