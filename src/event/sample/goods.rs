//! Invented goods and remarks. A change of a table changes generated payloads, and with them the committed
//! fixtures.

/// Something sold.
#[derive(Clone, Copy)]
pub(super) struct Good {
    pub(super) name: &'static str,
    /// Its specification; not everything has one.
    pub(super) spec: Option<&'static str>,
    /// What one costs, about, in won.
    pub(super) won: i64,
}

const fn good(name: &'static str, spec: &'static str, won: i64) -> Good {
    Good { name, spec: Some(spec), won }
}

const fn service(name: &'static str, won: i64) -> Good {
    Good { name, spec: None, won }
}

pub(super) const TAXABLE: [Good; 14] = [
    good("복사용지", "A4 80g 2,500매", 24_500),
    good("볼 베어링", "6204ZZ Φ20㎜×47㎜", 3_200),
    good("노트북 컴퓨터", "14인치/16GB/512GB", 1_320_000),
    good("토너 카트리지", "검정, 대용량", 68_000),
    good("산업용 펌프", "0.75kW 220V", 410_000),
    good("LED 평판 조명", "50W 주광색", 18_900),
    good("포장 상자", "400×300×250", 850),
    good("작업용 장갑", "L (10켤레)", 7_400),
    good("화물 운송료", "5톤 편도", 240_000),
    good("사무용 의자", "메쉬 / 팔걸이 조절", 129_000),
    service("웹 서비스 유지보수", 550_000),
    service("시각 디자인 용역", 800_000),
    service("소프트웨어 사용료", 33_000),
    service("설비 점검비", 150_000),
];

pub(super) const EXEMPT: [Good; 7] = [
    good("쌀", "20kg", 58_000),
    good("감귤", "5kg", 24_000),
    good("도서", "신국판 320쪽", 18_000),
    good("생화", "혼합 1단", 9_000),
    good("냉동 고등어", "1상자", 46_000),
    service("직무 교육 수강료", 350_000),
    service("시설 이용료", 120_000),
];

/// Goods with syllables outside KS X 1001.
pub(super) const UNUSUAL: [Good; 4] = [
    good("똠얌 소스", "뷁호 1kg", 12_500),
    good("햏살 가림막", "쌰틴 180㎝", 39_000),
    good("뷁호 나사", "M6×20 펲형", 120),
    service("쓔제 포장 용역", 95_000),
];

/// `remark1` to `remark3` of an invoice.
pub(super) const REMARKS: [&str; 6] = [
    "당월 공급분",
    "계약서 제3차 납품분",
    "입금 계좌: 견본은행 000-000000-00-000 (예금주 가나다)",
    "납품 확인 완료 / 검수자 김예시",
    "문의: 경리팀 (내선 000)",
    "정산 기준: \"실제 사용량\" & 기본료, 세부 내역 별도 <첨부>",
];

/// `remark` of a line.
pub(super) const LINE_REMARKS: [&str; 4] = ["부분 납품", "견본 포함", "전월 이월분", "단가 협의"];

/// What a seller writes when it issues a tax invoice.
pub(super) const ISSUE_MEMOS: [&str; 4] =
    ["거래명세 확인 후 발행", "월 정산분 발행", "선금 입금 확인, 발행합니다.", "똠방견본 납품 건"];

/// What a seller writes when it cancels one.
pub(super) const CANCEL_MEMOS: [&str; 3] = ["거래 취소", "금액 정정을 위해 발행취소", "공급받는자 요청으로 취소"];
