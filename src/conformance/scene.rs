//! What all checks of a run have in common: the receiver, its products, and where their documents come from.

use std::collections::HashMap;

use crate::event::{Edition, EventTime, Kind, Product, find};
use crate::wire::{Address, Credentials, CustomHeader};

/// Where the events of a product go.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// The callback URL.
    pub address: Address,
    /// How POPBiLL authenticates there.
    pub credentials: Credentials,
}

/// The receiver and the run, as the checks see them.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The endpoint of each product.
    pub endpoints: HashMap<Product, Endpoint>,
    /// The products the receiver is for, the most general first.
    pub products: Vec<Product>,
    /// Header fields of the user's own.
    pub headers: Vec<CustomHeader>,
    /// The generation of POPBiLL's documents, but where a check sends both.
    pub edition: Edition,
    /// The first seed; each document has one of its own.
    pub seed: u64,
    /// When documents are issued.
    pub at: EventTime,
}

impl Scene {
    /// Where the events of a product go.
    pub(super) fn endpoint(&self, product: Product) -> &Endpoint {
        self.endpoints.get(&product).expect("every product of a run and of its checks has an endpoint")
    }

    /// The endpoint that is spoken of where any would do.
    pub(super) fn main(&self) -> &Endpoint {
        self.endpoint(self.products.first().copied().unwrap_or(Product::TaxInvoice))
    }

    /// The first product of those that fit.
    fn first_of(&self, fitting: &[Product]) -> Product {
        self.products.iter().copied().find(|product| fitting.contains(product)).unwrap_or(fitting[0])
    }

    /// An ordinary event of the receiver's main product.
    pub(super) fn plain(&self) -> &'static Kind {
        plain_kind(self.products.first().copied().unwrap_or(Product::TaxInvoice))
    }

    /// The events of a document's life: its issue and the last state it reaches.
    pub(super) fn life(&self) -> (&'static Kind, &'static Kind) {
        match self.first_of(&[Product::Cashbill, Product::TaxInvoice, Product::Statement]) {
            Product::Cashbill => (known("cashbill.issue"), known("cashbill.nts-success")),
            Product::Statement => (known("statement.issue"), known("statement.cancel")),
            _ => (known("taxinvoice.issue"), known("taxinvoice.nts-success")),
        }
    }

    /// An event that carries Korean text, and the field it stands in.
    pub(super) fn text(&self) -> (&'static Kind, &'static str) {
        match self.first_of(&[Product::TaxInvoice, Product::Nts]) {
            Product::Nts => (known("nts.sales"), "remark1"),
            _ => (known("taxinvoice.issue"), "stateMemo"),
        }
    }

    /// An event with an eventType.
    pub(super) fn typed(&self) -> &'static Kind {
        self.life().0
    }

    /// The field that holds the key a seller chose, in the events of [`Scene::life`].
    pub(super) fn key_field(&self) -> &'static str {
        if self.life().0.product == Product::TaxInvoice { "invoicerMgtKey" } else { "mgtKey" }
    }

    /// Whole events, each of another product of the receiver.
    pub(super) fn of_each_product(&self) -> Vec<&'static Kind> {
        self.products.iter().map(|product| plain_kind(*product)).collect()
    }

    /// Events with every optional field they can have, each of another product of the receiver.
    pub(super) fn richest(&self) -> Vec<&'static Kind> {
        let richest = |product: &Product| match product {
            Product::TaxInvoice => known("taxinvoice.nts-success"),
            Product::Cashbill => known("cashbill.nts-success"),
            other => plain_kind(*other),
        };
        self.products.iter().map(richest).collect()
    }
}

/// An ordinary event of a product.
pub fn plain_kind(product: Product) -> &'static Kind {
    known(match product {
        Product::TaxInvoice => "taxinvoice.issue",
        Product::Cashbill => "cashbill.issue",
        Product::Nts => "nts.sales",
        Product::Statement => "statement.issue",
        Product::Kakao => "kakao.result",
    })
}

pub(super) fn known(id: &str) -> &'static Kind {
    find(id).expect("checks name events of the catalogue")
}
