//! The greeting: one ordinary event of each product, which the rest of a run stands on.

use std::time::Duration;

use super::check::Check;
use super::desk::Desk;
use super::judge::Judge;
use super::message::Message;
use super::result::Finding;
use super::scene::Scene;
use super::script::{Expect, Post};
use crate::delivery::Attempt;
use crate::event::Product;
use crate::wire::Echoes;
use crate::words::conformance as words;

/// What became of the greeting.
#[derive(Debug)]
pub(super) struct Control {
    greetings: Vec<(Product, Post, Attempt)>,
    /// Told once here, since every later answer is searched for it.
    echoes: Vec<Echoes>,
}

impl Control {
    /// The check that tells it.
    pub(super) const CHECK: &'static str = "reach.acknowledged";

    /// The posts of a greeting.
    pub(super) fn posts(scene: &Scene, desk: &mut Desk<'_>) -> Vec<(Product, Post)> {
        let post = |kind: &'static crate::event::Kind| {
            let message = desk.draft(kind).compose(scene);
            let post = Post::acknowledged(words::event(kind.id), message).expecting(Expect::Accepted);
            (kind.product, post)
        };
        scene.of_each_product().into_iter().map(post).collect()
    }

    /// What came of them.
    pub(super) fn new(greetings: Vec<(Product, Post, Attempt)>) -> Self {
        let echoes = greetings.iter().map(|(_, post, _)| post.message.request.echoes()).collect();
        Self { greetings, echoes }
    }

    /// Whether any attempt got a status.
    pub(super) fn is_reachable(&self) -> bool {
        self.greetings.iter().any(|(_, _, attempt)| attempt.status().is_some())
    }

    /// Whether none is acknowledged.
    pub(super) fn is_refused(&self) -> bool {
        !self.greetings.iter().any(|(_, _, attempt)| attempt.is_acknowledged())
    }

    /// Whether the event of this product is acknowledged.
    pub(super) fn acknowledges(&self, product: Product) -> bool {
        self.acknowledged().any(|(other, ..)| *other == product)
    }

    /// The products whose events are not acknowledged, where others are.
    pub(super) fn refused_products(&self) -> Vec<Product> {
        let refused = self.greetings.iter().filter(|(_, _, attempt)| !attempt.is_acknowledged() && !self.is_refused());
        refused.map(|(product, ..)| *product).collect()
    }

    /// What answers could echo of the receiver's credentials.
    pub(super) fn echoes(&self) -> &[Echoes] {
        &self.echoes
    }

    /// How long all of it took.
    pub(super) fn total(&self) -> Duration {
        self.greetings.iter().map(|(_, _, attempt)| attempt.elapsed).sum()
    }

    /// How long the first acknowledged event took.
    pub(super) fn elapsed(&self) -> Duration {
        self.acknowledged().next().map_or(Duration::ZERO, |(_, _, attempt)| attempt.elapsed)
    }

    /// A message that is acknowledged.
    pub(super) fn message(&self) -> Option<&Message> {
        self.acknowledged().next().map(|(_, post, _)| &post.message)
    }

    fn acknowledged(&self) -> impl Iterator<Item = &(Product, Post, Attempt)> {
        self.greetings.iter().filter(|(_, _, attempt)| attempt.is_acknowledged())
    }

    /// What it found: where one product's event is acknowledged, the others have checks of their own.
    pub(super) fn finding(&self, check: &Check) -> Finding {
        let judge = Judge { check };
        let telling = self.acknowledged().next().or(self.greetings.first());
        telling.map_or(Finding::Met, |(_, post, attempt)| judge.post(post, attempt, &[]))
    }
}
