//! The baseline of capture measurements: a bare hyper server that reads a body, answers `OK` and keeps nothing.

#![expect(clippy::print_stdout, reason = "whoever starts it reads its port")]

use std::convert::Infallible;

use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

/// Two bytes.
struct Ok(Option<Bytes>);

impl Body for Ok {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        std::task::Poll::Ready(self.0.take().map(|bytes| Result::Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        hyper::body::SizeHint::with_exact(2)
    }
}

async fn answer(request: hyper::Request<Incoming>) -> Result<hyper::Response<Ok>, hyper::Error> {
    let mut body = request.into_body();
    while let Some(frame) =
        std::future::poll_fn(|context| Body::poll_frame(std::pin::Pin::new(&mut body), context)).await
    {
        frame?;
    }
    Result::Ok(hyper::Response::new(Ok(Some(Bytes::from_static(b"OK")))))
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
