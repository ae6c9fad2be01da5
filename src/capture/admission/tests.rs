//! Who is let in and who is not, forgeries included.

use proptest::prelude::*;

use super::*;

fn headers(fields: &[(&str, &str)]) -> Headers {
    fields.iter().copied().collect()
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn demanding(credentials: Credentials) -> Admission {
    Admission { credentials, ..Admission::default() }
}

#[test]
fn basic_credentials() {
    // "TEST:123" and neighbours, in Base64.
    const RIGHT: (&str, &str) = ("Authorization", "Basic VEVTVDoxMjM=");
    let admission = demanding(Credentials::basic("TEST:123").unwrap());
    for (fields, verdict) in [
        (&[RIGHT][..], Verdict::Ok),
        (&[("authorization", "bASIC VEVTVDoxMjM=")], Verdict::Ok),
        (&[("Authorization", " \tBasic   VEVTVDoxMjM=\t ")], Verdict::Ok),
        (&[RIGHT, ("X-Api-Key", "anything")], Verdict::Ok),
        (&[], Verdict::Missing),
        (&[("X-Api-Key", "VEVTVDoxMjM=")], Verdict::Missing),
        (&[("Proxy-Authorization", "Basic VEVTVDoxMjM=")], Verdict::Missing),
        (&[RIGHT, RIGHT], Verdict::Wrong),
        (&[RIGHT, ("authorization", "Basic eDp5")], Verdict::Wrong),
        (&[("Authorization", "Basic eDp5"), RIGHT], Verdict::Wrong),
        (&[("Authorization", "")], Verdict::Wrong),
        (&[("Authorization", "Basic")], Verdict::Wrong),
        (&[("Authorization", "Basic ")], Verdict::Wrong),
        (&[("Authorization", "BasicVEVTVDoxMjM=")], Verdict::Wrong),
        (&[("Authorization", "Basic\tVEVTVDoxMjM=")], Verdict::Wrong),
        (&[("Authorization", "Bearer VEVTVDoxMjM=")], Verdict::Wrong),
        (&[("Authorization", "VEVTVDoxMjM=")], Verdict::Wrong),
        (&[("Authorization", "Basic VEVTVDoxMjM")], Verdict::Wrong),
        (&[("Authorization", "Basic VEVTVDoxMjM=VEVTVDoxMjM=")], Verdict::Wrong),
        (&[("Authorization", "Basic VEVTVDoxMjQ=")], Verdict::Wrong),
        (&[("Authorization", "Basic vevtvdoxmjm=")], Verdict::Wrong),
        (&[("Authorization", "Basic TEST:123")], Verdict::Wrong),
    ] {
        assert_eq!(admission.authenticate(&headers(fields)), verdict, "{fields:?}");
    }
}

#[test]
fn api_keys() {
    const RIGHT: (&str, &str) = ("X-Api-Key", "TESTAPIKEY");
    let admission = demanding(Credentials::api_key("TESTAPIKEY").unwrap());
    for (fields, verdict) in [
        (&[RIGHT][..], Verdict::Ok),
        (&[("x-api-key", " TESTAPIKEY ")], Verdict::Ok),
        (&[("Authorization", "Basic VEVTVDoxMjM="), RIGHT], Verdict::Ok),
        (&[], Verdict::Missing),
        (&[("Authorization", "TESTAPIKEY")], Verdict::Missing),
        (&[RIGHT, RIGHT], Verdict::Wrong),
        (&[("X-Api-Key", "")], Verdict::Wrong),
        (&[("X-Api-Key", "TESTAPIKE")], Verdict::Wrong),
        (&[("X-Api-Key", "TESTAPIKEYT")], Verdict::Wrong),
        (&[("X-Api-Key", "TESTAPIKEYTESTAPIKEY")], Verdict::Wrong),
        (&[("X-Api-Key", "testapikey")], Verdict::Wrong),
    ] {
        assert_eq!(admission.authenticate(&headers(fields)), verdict, "{fields:?}");
    }
}

#[test]
fn nothing_is_demanded_by_default() {
    for fields in [&[][..], &[("Authorization", "Basic eDp5")], &[("X-Api-Key", "a"), ("X-Api-Key", "b")]] {
        assert_eq!(Admission::default().authenticate(&headers(fields)), Verdict::NotDemanded, "{fields:?}");
    }
    assert!(Admission::default().allow.admits(address("203.0.113.9")));
}

#[test]
fn verdicts_have_their_words() {
    let words = Verdict::ALL.map(|verdict| (verdict.name(), verdict.admits()));
    assert_eq!(words, [("none", true), ("ok", true), ("missing", false), ("wrong", false)]);
}

fn allow(sources: &[&str]) -> AllowList {
    sources.iter().map(|source| source.parse::<AllowedSource>().unwrap()).collect()
}

#[test]
fn allow_lists() {
    for (sources, admitted, refused) in [
        (&["popbill"][..], "54.180.62.221", "54.180.62.222"),
        (&["popbill"], "13.124.72.158", "13.124.72.157"),
        (&["popbill"], "::ffff:13.124.72.158", "127.0.0.1"),
        (&["popbill", "127.0.0.1"], "127.0.0.1", "::1"),
        (&["192.0.2.0/24", "2001:db8::/32"], "2001:db8::7", "2001:db9::7"),
        (&["192.0.2.0/24", "2001:db8::/32"], "::ffff:192.0.2.9", "192.0.3.9"),
    ] {
        assert!(allow(sources).admits(address(admitted)), "{sources:?} {admitted}");
        assert!(!allow(sources).admits(address(refused)), "{sources:?} {refused}");
    }
    for anyone in ["127.0.0.1", "203.0.113.9", "2001:db8::7"] {
        assert!(allow(&[]).admits(address(anyone)));
    }
    assert!(allow(&[]).is_empty() && !allow(&["popbill"]).is_empty());
    assert_eq!(allow(&["popbill", "10.0.0.0/8"]).to_string(), "popbill, 10.0.0.0/8");
}

#[test]
fn sources_that_are_none() {
    for (text, nearest, sentence, hints) in [
        ("popbil", Some("popbill"), "\"popbil\" is neither popbill nor an IP address", 2),
        ("Popbill", Some("popbill"), "\"Popbill\" is neither popbill nor an IP address", 2),
        ("localhost", None, "\"localhost\" is neither popbill nor an IP address", 1),
        ("", None, "\"\" is neither popbill nor an IP address", 1),
        ("10.0.0.1/8", None, "\"10.0.0.1/8\" names one address of a network; the network is 10.0.0.0/8", 0),
        (
            "10.0.0.0/64",
            None,
            "\"64\" is not the length of a network prefix; after the / stands a number from 0 to 32",
            0,
        ),
    ] {
        let error = text.parse::<AllowedSource>().unwrap_err();
        assert_eq!((error.nearest(), error.to_string().as_str()), (nearest, sentence), "{text}");
        assert_eq!(error.hints().len(), hints, "{text}");
    }
    assert_eq!("host".parse::<Cidr>().unwrap_err().to_string(), "\"host\" is not an IP address");
}

#[test]
fn forwarded_addresses_count_only_from_a_trusted_proxy_and_only_the_last() {
    const PROXY: &str = "10.0.0.5";
    const FORGED: &str = "54.180.62.221";
    let trusted = ["10.0.0.0/8", "fd00::/8"].map(|text| text.parse::<Cidr>().unwrap());
    for (connected, forwarded, peer) in [
        // Nobody vouches for what a stranger writes.
        ("203.0.113.9", &[FORGED][..], "203.0.113.9"),
        ("127.0.0.1", &[FORGED], "127.0.0.1"),
        ("::ffff:203.0.113.9", &[FORGED], "203.0.113.9"),
        // The proxy appends; what the stranger wrote stands before it.
        (PROXY, &["203.0.113.9"], "203.0.113.9"),
        (PROXY, &["54.180.62.221, 203.0.113.9"], "203.0.113.9"),
        (PROXY, &[FORGED, "203.0.113.9"], "203.0.113.9"),
        (PROXY, &[FORGED, "54.180.62.221 ,\t203.0.113.9 "], "203.0.113.9"),
        ("::ffff:10.0.0.5", &["203.0.113.9"], "203.0.113.9"),
        ("fd00::5", &["2001:db8::9"], "2001:db8::9"),
        (PROXY, &["::ffff:203.0.113.9"], "203.0.113.9"),
        (PROXY, &["203.0.113.9:4711"], "203.0.113.9"),
        (PROXY, &["[2001:db8::9]"], "2001:db8::9"),
        (PROXY, &["[2001:db8::9]:4711"], "2001:db8::9"),
        // What cannot be read leaves the proxy, never an earlier entry.
        (PROXY, &[], PROXY),
        (PROXY, &[""], PROXY),
        (PROXY, &["54.180.62.221,"], PROXY),
        (PROXY, &[FORGED, ""], PROXY),
        (PROXY, &["54.180.62.221, unknown"], PROXY),
        (PROXY, &["54.180.62.221 203.0.113.9"], PROXY),
        (PROXY, &["[203.0.113.9]"], PROXY),
        (PROXY, &["\"203.0.113.9\""], PROXY),
        (PROXY, &["203.0.113.9:99999"], PROXY),
    ] {
        let headers: Headers = forwarded.iter().map(|value| ("x-forwarded-for", *value)).collect();
        assert_eq!(peer_of(address(connected), &headers, &trusted), address(peer), "{connected} {forwarded:?}");
        let admission = Admission { trust_proxy: trusted.to_vec(), allow: allow(&["popbill"]), ..Admission::default() };
        assert!(!admission.allow.admits(admission.peer(address(connected), &headers)), "{connected} {forwarded:?}");
    }
    let forged = headers(&[("X-Forwarded-For", FORGED), ("Forwarded", "for=54.180.62.221"), ("X-Real-IP", FORGED)]);
    assert_eq!(peer_of(address(PROXY), &forged, &[]), address(PROXY));
    assert_eq!(peer_of(address(PROXY), &forged, &trusted), address(FORGED));
    let undecodable: Headers = [("X-Forwarded-For", b"\xff\xfe".to_vec())].into_iter().collect();
    assert_eq!(peer_of(address(PROXY), &undecodable, &trusted), address(PROXY));
}

proptest! {
    #[test]
    fn the_comparison_is_equality(one: Vec<u8>, other: Vec<u8>, at: prop::sample::Index, bit in 0_u8..8) {
        prop_assert_eq!(same_bytes(&one, &other), one == other);
        prop_assert!(same_bytes(&one, &one));
        if !one.is_empty() {
            let mut changed = one.clone();
            changed[at.index(one.len())] ^= 1 << bit;
            prop_assert!(!same_bytes(&changed, &one));
            prop_assert!(!same_bytes(&one.repeat(2), &one) && !same_bytes(&one, &one.repeat(2)));
            prop_assert!(!same_bytes(&[], &one) && !same_bytes(&one, &[]));
        }
    }

    #[test]
    fn what_is_sent_is_what_is_admitted(user in "[^:]{0,8}", password: String, key in "[!-~]{1,20}", wrong: String) {
        for credentials in [
            Credentials::basic(format!("{user}:{password}")).unwrap(),
            Credentials::api_key(key).unwrap(),
        ] {
            let name = credentials.kind().unwrap().header();
            let right = credentials.header_value().unwrap().expose().to_owned();
            let admission = demanding(credentials);
            let of = |value: &str| admission.authenticate(&headers(&[(name, value)]));
            prop_assert_eq!(of(&right), Verdict::Ok);
            let longer = format!("{right}.");
            prop_assert!(!of(&longer).admits());
            prop_assert!(wrong.trim() == right || !of(&wrong).admits());
        }
    }

    #[test]
    fn no_forwarded_value_makes_a_stranger_anything_else(value: Vec<u8>, peer: [u8; 4]) {
        let headers: Headers = [("X-Forwarded-For", value)].into_iter().collect();
        let trusted = ["fd00::/8".parse::<Cidr>().unwrap()];
        prop_assert_eq!(peer_of(peer.into(), &headers, &trusted), IpAddr::from(peer));
    }
}
