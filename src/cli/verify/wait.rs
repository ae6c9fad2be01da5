//! `--wait`: until the receiver answers anything at all.

use std::time::Duration;

use crate::clock::{self, Deadline};
use crate::transport::Client;

/// The time between two looks.
const LOOK: Duration = Duration::from_millis(100);

/// Waits until a GET of the URL has an answer, whatever it is, or for so long. What comes of it is seen by the checks.
pub(super) async fn until_it_answers(client: &Client, url: &str, limit: Duration) {
    let looking = async {
        while client.get(url).await.is_err() {
            clock::pause(LOOK).await;
        }
    };
    Deadline::after(limit).bound(looking).await.ok();
}
