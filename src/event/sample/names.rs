//! Invented names, trades and places.
//!
//! Every name says that it is a sample (견본, 예시, 보기, 모의, 가상, 시범, 연습), so that none is a real company
//! or person. The last table of companies has syllables outside KS X 1001, where receivers that store EUC-KR
//! lose text. A change of a table changes generated payloads, and with them the committed fixtures.

/// Words a company's name begins with.
pub(super) const STEMS: [&str; 8] = ["가나다", "견본", "예시", "보기", "모의", "가상", "시범", "연습"];

/// The same, with syllables outside KS X 1001.
pub(super) const UNUSUAL_STEMS: [&str; 4] = ["똠방견본", "햏빛예시", "뷁호보기", "쌰르모의"];

/// What a company does.
#[derive(Clone, Copy)]
pub(super) struct Trade {
    /// The last word of the company's name.
    pub(super) word: &'static str,
    /// `BizType`, 업태.
    pub(super) biz_type: &'static str,
    /// `BizClass`, 종목.
    pub(super) biz_class: &'static str,
}

const fn trade(word: &'static str, biz_type: &'static str, biz_class: &'static str) -> Trade {
    Trade { word, biz_type, biz_class }
}

pub(super) const TRADES: [Trade; 12] = [
    trade("상사", "도매 및 소매업", "사무용품 도매"),
    trade("정밀", "제조업", "정밀 부품"),
    trade("물산", "도매 및 소매업", "무역, 잡화"),
    trade("산업", "제조업", "금속 가공"),
    trade("소프트", "정보통신업", "소프트웨어 개발 및 공급"),
    trade("유통", "도매 및 소매업", "생활용품 유통"),
    trade("식품", "제조업", "식료품 제조"),
    trade("디자인", "전문, 과학 및 기술 서비스업", "시각 디자인"),
    trade("건설", "건설업", "실내 건축"),
    trade("물류", "운수 및 창고업", "화물 운송 주선"),
    trade("출판", "정보통신업", "서적 출판"),
    trade("교육", "교육 서비스업", "직무 교육"),
];

pub(super) const FAMILY_NAMES: [&str; 10] = ["김", "이", "박", "최", "정", "강", "조", "윤", "남궁", "선우"];

pub(super) const GIVEN_NAMES: [&str; 10] =
    ["견본", "예시", "보기", "모의", "가상", "시범", "연습", "하나", "두리", "세나"];

/// Given names with syllables outside KS X 1001.
pub(super) const UNUSUAL_GIVEN_NAMES: [&str; 3] = ["햏님", "똠이", "쌰라"];

pub(super) const DEPARTMENTS: [&str; 6] = ["경리팀", "재무회계팀", "영업1팀", "구매팀", "총무부", "경영지원본부"];

/// Real provinces and cities; what follows them in an address is invented.
pub(super) const CITIES: [&str; 10] = [
    "서울특별시",
    "부산광역시",
    "대구광역시",
    "인천광역시",
    "광주광역시",
    "대전광역시",
    "경기도 견본시",
    "강원특별자치도 보기시",
    "충청남도 예시시",
    "제주특별자치도 가상시",
];

pub(super) const DISTRICTS: [&str; 5] = ["견본구", "예시구", "보기구", "모의구", "시범구"];

pub(super) const ROADS: [&str; 6] = ["견본로", "예시대로", "보기길", "모의로12번길", "시범대로", "가상중앙로"];

/// Area codes; the exchange that follows is 000 or 0000, which no subscriber has.
pub(super) const AREA_CODES: [&str; 5] = ["02", "031", "051", "070", "010"];

/// Domains reserved for examples (RFC 2606).
pub(super) const MAIL_DOMAINS: [&str; 3] = ["example.com", "example.org", "example.net"];

pub(super) const MAILBOXES: [&str; 5] = ["tax", "accounting", "sales", "billing", "purchase"];

/// Customs offices, which issue import invoices; none has these names.
pub(super) const CUSTOMS_OFFICES: [&str; 3] = ["견본항세관", "예시공항세관", "보기세관"];

/// Foreign buyers.
pub(super) const FOREIGN_BUYERS: [&str; 5] =
    ["SAMPLE TRADING LTD", "Muster Handels GmbH", "Société Exemple SARL", "Ejemplo S.A.", "JANE EXAMPLE"];

#[cfg(test)]
mod tests {
    use super::*;

    /// KS X 1001 holds 2,350 syllables; these stand in the tables and are none of them.
    const OUTSIDE: [char; 4] = ['똠', '햏', '뷁', '쌰'];

    #[test]
    fn unusual_names_have_syllables_outside_ks_x_1001_and_others_have_none() {
        let is_unusual = |name: &&str| name.contains(OUTSIDE);
        assert!(UNUSUAL_STEMS.iter().all(is_unusual));
        assert!(UNUSUAL_GIVEN_NAMES.iter().all(is_unusual));
        assert!(!STEMS.iter().chain(&GIVEN_NAMES).any(is_unusual));
    }
}
