//! Who sells, buys and issues on behalf.

use super::body::Body;
use super::draw::{Draw, numbered};
use super::names::{
    AREA_CODES, CITIES, CUSTOMS_OFFICES, DEPARTMENTS, DISTRICTS, FAMILY_NAMES, FOREIGN_BUYERS, GIVEN_NAMES,
    MAIL_DOMAINS, MAILBOXES, ROADS, STEMS, TRADES, UNUSUAL_GIVEN_NAMES, UNUSUAL_STEMS,
};
use crate::event::{CorpNum, MgtKey};

/// Codes of companies (영리법인) in the fourth and fifth digit of a business number.
const COMPANIES: [u64; 4] = [81, 86, 87, 88];
/// The code of state bodies.
const STATE: u64 = 83;
/// The first three digits are 101 to 899.
const OFFICES: u64 = 799;

/// The POPBiLL member a seed stands for when none is named: the same in every product, another one for each of
/// 3,196 consecutive seeds.
///
/// All business numbers made here are synthetic: three digits of 101 to 899, a code for the kind of business,
/// and the serial 0000, which NTS never gives (its serials begin at 0001), with a valid check digit.
pub fn member(seed: u64) -> CorpNum {
    let number = numbered(seed, "member", OFFICES * 4);
    corp_num(number / 4, COMPANIES[usize::try_from(number % 4).unwrap_or(0)])
}

fn corp_num(office: u64, code: u64) -> CorpNum {
    let text = format!("{:03}{:02}0000", 101 + office % OFFICES, code % 100);
    let mut nine = [0; 9];
    for (digit, byte) in nine.iter_mut().zip(text.bytes()) {
        *digit = byte - b'0';
    }
    CorpNum::from_first_nine(nine)
}

/// A business that is none of `others`: mostly a company, sometimes a sole trader.
pub(super) fn business(draw: &mut Draw, others: &[CorpNum]) -> CorpNum {
    let code = if draw.one_in(4) { 1 + draw.below(79) } else { draw.pick(&COMPANIES) };
    let office = draw.below(OFFICES);
    // There are never more than two others, so one of three neighbours is free.
    let candidates = [0, 1, 2].map(|step| corp_num(office + step, code));
    candidates.into_iter().find(|candidate| !others.contains(candidate)).unwrap_or(candidates[0])
}

/// The customs office that issues an import invoice.
pub(super) fn customs(draw: &mut Draw) -> Party {
    let number = corp_num(draw.below(OFFICES), STATE).to_string();
    let name = draw.pick(&CUSTOMS_OFFICES).to_owned();
    Party { number, name, ceo: Some(person(draw)), address: Some(address(draw)), ..Party::default() }
}

/// One side of an invoice.
#[derive(Default)]
pub(super) struct Party {
    pub(super) number: String,
    tax_reg_id: Option<String>,
    name: String,
    ceo: Option<String>,
    address: Option<String>,
    biz_type: Option<&'static str>,
    biz_class: Option<&'static str>,
    contacts: Vec<Contact>,
}

struct Contact {
    name: String,
    department: Option<&'static str>,
    tel: String,
    email: String,
}

/// In which place of an invoice a party stands.
#[derive(Clone, Copy)]
pub(super) enum Role {
    /// `invoicer…`
    Seller,
    /// `invoicee…`, with its `invoiceeType`.
    Buyer(&'static str),
    /// `trustee…`
    Consignee,
}

impl Party {
    /// The business behind a number: whoever meets the number again, meets the same name and address.
    pub(super) fn business(number: CorpNum) -> Self {
        let text = number.to_string();
        let draw = &mut Draw::new(text.parse().unwrap_or(0), "business");
        let trade = draw.pick(&TRADES);
        let stem = if draw.one_in(6) { draw.pick(&UNUSUAL_STEMS) } else { draw.pick(&STEMS) };
        let plain = format!("{stem}{}", trade.word);
        let is_company = matches!(text.as_bytes(), [_, _, _, b'8', b'1'..=b'8', ..]);
        let name = match (is_company, draw.below(4)) {
            (false, _) => plain,
            (true, 0) => format!("(주){plain}"),
            (true, 1) => format!("㈜{plain}"),
            (true, 2) => format!("주식회사 {plain}"),
            (true, _) => format!("{plain} 주식회사"),
        };
        let contacts = if draw.one_in(4) { 2 } else { 1 };
        Self {
            number: text,
            tax_reg_id: draw.one_in(6).then(|| format!("{:04}", 1 + draw.below(20))),
            name,
            ceo: Some(person(draw)),
            address: Some(address(draw)),
            biz_type: Some(trade.biz_type),
            biz_class: Some(trade.biz_class),
            contacts: (0..contacts).map(|_| Contact::draw(draw, true)).collect(),
        }
    }

    /// A consumer. The thirteen digits have month and day 00, so that they are nobody's resident number.
    pub(super) fn individual(draw: &mut Draw) -> Self {
        let name = person(draw);
        let number = format!("{:02}0000{}{:06}", 50 + draw.below(50), 1 + draw.below(2), draw.below(1_000_000));
        let contact = Contact { name: name.clone(), ..Contact::draw(draw, false) };
        Self { number, name: name.clone(), ceo: Some(name), contacts: vec![contact], ..Self::default() }
    }

    /// A buyer abroad; all have the number 9999999999999 (NTS page).
    pub(super) fn foreigner(draw: &mut Draw) -> Self {
        let name = draw.pick(&FOREIGN_BUYERS).to_owned();
        Self { number: "9".repeat(13), name, contacts: vec![Contact::draw(draw, false)], ..Self::default() }
    }

    /// Writes the party's keys, in the order of the NTS page.
    pub(super) fn write(&self, body: &mut Body, role: Role, mgt_key: Option<&MgtKey>) {
        let prefix = match role {
            Role::Seller => "invoicer",
            Role::Buyer(_) => "invoicee",
            Role::Consignee => "trustee",
        };
        body.put(format!("{prefix}CorpNum"), self.number.as_str());
        if let Role::Buyer(kind) = role {
            body.put("invoiceeType", kind);
        }
        body.put_if(format!("{prefix}MgtKey"), mgt_key.map(MgtKey::as_str));
        body.put_if(format!("{prefix}TaxRegID"), self.tax_reg_id.as_deref());
        body.put(format!("{prefix}CorpName"), self.name.as_str());
        body.put_if(format!("{prefix}CEOName"), self.ceo.as_deref());
        body.put_if(format!("{prefix}Addr"), self.address.as_deref());
        body.put_if(format!("{prefix}BizType"), self.biz_type);
        body.put_if(format!("{prefix}BizClass"), self.biz_class);
        // Only a buyer has two contacts, and their keys are numbered.
        let numbers: &[&str] = if matches!(role, Role::Buyer(_)) { &["1", "2"] } else { &[""] };
        for (contact, number) in self.contacts.iter().zip(numbers) {
            body.put(format!("{prefix}ContactName{number}"), contact.name.as_str());
            body.put_if(format!("{prefix}DeptName{number}"), contact.department);
            body.put(format!("{prefix}TEL{number}"), contact.tel.as_str());
            body.put(format!("{prefix}Email{number}"), contact.email.as_str());
        }
    }
}

impl Contact {
    fn draw(draw: &mut Draw, has_department: bool) -> Self {
        let department = has_department.then(|| draw.pick(&DEPARTMENTS));
        let mailbox = draw.pick(&MAILBOXES);
        let email = format!("{mailbox}{}@{}", draw.below(100), draw.pick(&MAIL_DOMAINS));
        Self { name: person(draw), department, tel: telephone(draw), email }
    }
}

/// A telephone number with hyphens. Its exchange is all zeros, which no subscriber in Korea has.
pub(super) fn telephone(draw: &mut Draw) -> String {
    let area = draw.pick(&AREA_CODES);
    let exchange = if matches!(area, "010" | "070") { "0000" } else { "000" };
    format!("{area}-{exchange}-{:04}", draw.below(10_000))
}

fn person(draw: &mut Draw) -> String {
    let family = draw.pick(&FAMILY_NAMES);
    let given = if draw.one_in(8) { draw.pick(&UNUSUAL_GIVEN_NAMES) } else { draw.pick(&GIVEN_NAMES) };
    format!("{family}{given}")
}

fn address(draw: &mut Draw) -> String {
    let (city, district, road) = (draw.pick(&CITIES), draw.pick(&DISTRICTS), draw.pick(&ROADS));
    let building = 1 + draw.below(999);
    match draw.below(3) {
        0 => format!("{city} {district} {road} {building}"),
        1 => format!("{city} {district} {road} {building}, {}층", 1 + draw.below(20)),
        _ => {
            format!("{city} {district} {road} {building}-{}, {}호 (견본동)", 1 + draw.below(30), 101 + draw.below(800))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_valid_and_never_given() {
        for seed in 0..2_000 {
            let text = member(seed).to_string();
            assert!(member(seed).has_valid_check_digit());
            assert!(("101".."900").contains(&&text[..3]), "{text}");
            assert_eq!(&text[5..9], "0000");
        }
        assert_ne!(member(1), member(2));
    }

    #[test]
    fn a_business_is_none_of_the_others() {
        for seed in 0..500 {
            let first = business(&mut Draw::new(seed, "b"), &[]);
            let second = business(&mut Draw::new(seed, "b"), &[first]);
            let third = business(&mut Draw::new(seed, "b"), &[first, second]);
            assert!(first != second && first != third && second != third);
            assert!(third.has_valid_check_digit());
        }
    }

    #[test]
    fn a_number_has_one_name() {
        let number = member(3);
        assert_eq!(Party::business(number).name, Party::business(number).name);
        let names: std::collections::BTreeSet<_> = (0..50).map(|seed| Party::business(member(seed)).name).collect();
        assert!(names.len() > 20);
    }

    #[test]
    fn consumers_and_foreigners_have_nobodys_number() {
        for seed in 0..200 {
            let one = Party::individual(&mut Draw::new(seed, "i"));
            assert_eq!(one.number.len(), 13);
            assert_eq!(&one.number[2..6], "0000");
        }
        assert_eq!(Party::foreigner(&mut Draw::new(1, "f")).number, "9999999999999");
    }
}
