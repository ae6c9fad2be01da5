//! `KAKAO.STATE`, as far as it is documented: the page is known up to `contentType`, and names `eventType`.

use serde_json::{Map, Value};

use super::SampleRequest;
use super::body::Body;
use super::draw::{Draw, numbered};
use super::party::telephone;
use crate::event::{CorpNum, ItemKey};

/// `state` of a message that has its result.
const DONE: u8 = 3;
/// The result code of success; the fax page says so, the Kakao page's table is not known.
const SUCCESS: u16 = 100;
/// A result code that is none of success.
const FAILURE: u16 = 400;

/// A message taken by POPBiLL at `at`, sent and answered within seconds. One in four does not reach its reader
/// on `KakaoTalk` and goes out again as a text message.
pub(super) fn body(request: &SampleRequest, member: CorpNum, event_type: &str) -> Map<String, Value> {
    let SampleRequest { seed, at, .. } = *request;
    let draw = &mut Draw::new(seed, "kakao");
    let number = numbered(seed, "kakao", 10_000_000);
    let sent = at.plus_seconds(draw.between(1, 5));
    let answered = sent.plus_seconds(draw.between(1, 20));
    let resent = answered.plus_seconds(draw.between(1, 5));
    let answered_again = resent.plus_seconds(draw.between(2, 30));
    let fell_back = draw.one_in(4);
    let mut body = Body::default();
    body.put("corpNum", member.to_string());
    // Eighteen characters are documented; their form is that of an item key in other products' samples.
    body.put("receiptNum", ItemKey::new(at, number).as_str());
    body.put_if("requestNum", (!draw.one_in(3)).then(|| format!("{}-{number:07}", at.day())));
    body.put("serialNum", 1 + draw.below(5));
    body.put("state", DONE);
    body.put("result", if fell_back { FAILURE } else { SUCCESS });
    body.put_if("altResult", fell_back.then_some(SUCCESS));
    body.put("receiptDT", at.stamp());
    body.put("resultDT", answered.stamp());
    body.put("sendDT", sent.stamp());
    body.put_if("altResultDT", fell_back.then(|| answered_again.stamp()));
    body.put_if("altSendDT", fell_back.then(|| resent.stamp()));
    body.put("sendNum", telephone(draw).replace('-', ""));
    // One digit is documented; what it stands for is not known.
    body.put("contentType", 1);
    body.put("eventType", event_type);
    body.into_map()
}
