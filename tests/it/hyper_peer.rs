//! Any answer of a hyper server is read as it was meant: another implementation as the judge of our own.

use std::convert::Infallible;
use std::time::Duration;

use hyper::body::{Bytes, Frame, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use proptest::prelude::*;
use tokio::net::TcpListener;

use popbill_hook::event::{CATALOG, Edition, EventTime, SampleRequest, encode as payload, sample};
use popbill_hook::transport::{Manner, Options, Transport};
use popbill_hook::wire::{Credentials, Request, encode};

/// A body in parts: sized where `sized`, chunked otherwise.
struct Parts {
    parts: Vec<Bytes>,
    sized: bool,
}

impl hyper::body::Body for Parts {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let next = (!self.parts.is_empty()).then(|| self.parts.remove(0));
        std::task::Poll::Ready(next.map(|part| Ok(Frame::data(part))))
    }

    fn is_end_stream(&self) -> bool {
        self.parts.is_empty()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        if !self.sized {
            return hyper::body::SizeHint::default();
        }
        hyper::body::SizeHint::with_exact(self.parts.iter().map(|part| part.len() as u64).sum())
    }
}

#[derive(Clone, Debug)]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    parts: Vec<Vec<u8>>,
    sized: bool,
}

fn answers() -> impl Strategy<Value = Answer> {
    let headers = prop::collection::vec(("X-[A-Za-z]{1,12}", "[!-~]([ -~]{0,30}[!-~])?"), 0..8);
    let parts = prop::collection::vec(prop::collection::vec(any::<u8>(), 1..3000), 0..8);
    (prop_oneof![Just(200_u16), 200_u16..204, 205_u16..304, 400_u16..600, 600_u16..999], headers, parts, any::<bool>())
        .prop_map(|(status, headers, parts, sized)| Answer { status, headers, parts, sized })
}

fn request(port: u16) -> Request {
    let kind = &CATALOG[0];
    let wanted = SampleRequest {
        kind,
        edition: Edition::Current,
        seed: 1,
        at: EventTime::SEEDED,
        manual: false,
        corp_num: None,
        message_id: None,
        invoice_type: None,
    };
    let event = sample(&wanted).unwrap();
    let address = format!("http://127.0.0.1:{port}/x").parse().unwrap();
    encode(&event, payload(&event), &address, &Credentials::None, &[])
}

/// Serves one answer with hyper and reads it with our transport; returns what hyper saw of the request too.
async fn exchange(answer: Answer) -> (popbill_hook::wire::Response, Vec<u8>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (seen_out, mut seen) = tokio::sync::mpsc::unbounded_channel();
    let server = async move {
        let (stream, _) = listener.accept().await.unwrap();
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let (answer, seen) = (answer.clone(), seen_out.clone());
            async move {
                seen.send(collect(request.into_body()).await).unwrap();
                let mut response = hyper::Response::builder().status(answer.status);
                for (name, value) in &answer.headers {
                    response = response.header(name, value);
                }
                let parts = answer.parts.iter().cloned().map(Bytes::from).collect();
                Ok::<_, Infallible>(response.body(Parts { parts, sized: answer.sized }).unwrap())
            }
        });
        hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await.ok();
    };
    let server = tokio::spawn(server);
    let exchange = Transport::new(Options { max_time: Duration::from_secs(30), ..Options::default() })
        .exchange(&request(port), Manner::default())
        .await
        .unwrap();
    server.abort();
    (exchange.ending.unwrap(), seen.recv().await.unwrap())
}

async fn collect(mut body: Incoming) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Some(frame) =
        std::future::poll_fn(|context| hyper::body::Body::poll_frame(std::pin::Pin::new(&mut body), context)).await
    {
        if let Ok(data) = frame.unwrap().into_data() {
            bytes.extend_from_slice(&data);
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn our_exchange_reads_what_hyper_wrote(answer in answers()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (response, seen) = runtime.block_on(exchange(answer.clone()));
        let body = answer.parts.concat();
        prop_assert_eq!(response.status, answer.status);
        prop_assert_eq!(response.body, body);
        for (name, value) in &answer.headers {
            prop_assert!(response.headers.all(name).any(|other| other == value.as_bytes()), "{}", name);
        }
        prop_assert_eq!(seen, request(1).body);
    }
}
