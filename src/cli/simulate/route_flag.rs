//! `--route`: the URL of a product, or of one business of it, as POPBiLL registers them (overview, "Callback URL
//! Registration").

use std::fmt;
use std::str::FromStr;

use crate::event::{CorpNum, Product};
use crate::wire::Address;
use crate::words::nearest::nearest;
use crate::words::simulation as words;

/// Where a product goes, or one business of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RouteFlag {
    product: Product,
    corp_num: Option<CorpNum>,
    address: Address,
}

impl FromStr for RouteFlag {
    type Err = String;

    /// Reads `cashbill=URL` or `cashbill:1234567891=URL`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (whose, url) = text.split_once('=').ok_or_else(words::bad_route)?;
        let (name, number) = whose.split_once(':').map_or((whose, None), |(name, number)| (name, Some(number)));
        let product = name.parse().map_err(|()| {
            let near = nearest(name, Product::ALL.iter().map(|product| product.name()));
            words::unknown_product(name, near)
        })?;
        let corp_num =
            number.map(str::parse).transpose().map_err(|error: crate::event::NotACorpNum| error.to_string())?;
        let address = url.parse().map_err(|error: crate::wire::AddressError| error.to_string())?;
        Ok(Self { product, corp_num, address })
    }
}

impl fmt::Display for RouteFlag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.corp_num {
            Some(corp_num) => write!(f, "{}:{corp_num}={}", self.product, self.address),
            None => write!(f, "{}={}", self.product, self.address),
        }
    }
}

/// The most particular route of a business of a product; the last of equals.
pub(super) fn route(routes: &[RouteFlag], product: Product, corp_num: CorpNum) -> Option<&Address> {
    let of_product = || routes.iter().rev().filter(|route| route.product == product);
    let individual = of_product().find(|route| route.corp_num == Some(corp_num));
    individual.or_else(|| of_product().find(|route| route.corp_num.is_none())).map(|route| &route.address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_are_read_written_and_the_most_particular_one_wins() {
        let texts =
            ["cashbill=http://localhost:1/a", "cashbill:1234567891=http://localhost:2/", "nts=http://localhost:3/"];
        let routes: Vec<RouteFlag> = texts.iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(routes.iter().map(ToString::to_string).collect::<Vec<_>>(), texts);
        for (product, number, url) in [
            (Product::Cashbill, "1234567891", Some("http://localhost:2/")),
            (Product::Cashbill, "6798700433", Some("http://localhost:1/a")),
            (Product::Nts, "1234567891", Some("http://localhost:3/")),
            (Product::Kakao, "1234567891", None),
        ] {
            let found = route(&routes, product, number.parse().unwrap());
            assert_eq!(found.map(ToString::to_string).as_deref(), url, "{product} {number}");
        }
        for (text, part) in [
            ("cashbill", "PRODUCT=URL"),
            ("cashbil=:1", "cashbill"),
            ("cashbill:12=:1", "ten digits"),
            ("cashbill=ftp://x", "http"),
        ] {
            let error = text.parse::<RouteFlag>().unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
