//! Where the steps of a check are made: the sockets, the probe, and what is known of the receiver so far.

use std::time::Duration;

use futures_util::future::join_all;

use super::check::Check;
use super::checks::place_of;
use super::control::Control;
use super::desk::Desk;
use super::judge::Judge;
use super::observation::{self, Lapse, Observation};
use super::probe::{Keys, Pointers, Probe};
use super::result::Finding;
use super::run::Suite;
use super::scene::Scene;
use super::script::{Post, Reading, Script, Step, Want};
use crate::clock::{self, Deadline, Stopwatch};
use crate::delivery::{Attempt, attempt_in};
use crate::event::Product;
use crate::transport::{Client, Hold, Manner, Transport, TransportError};
use crate::words::conformance as words;

/// How long a request is held back for another to be answered meanwhile, beside what events take at this receiver.
const MEANWHILE: Duration = Duration::from_secs(2);
/// The time between two looks.
const LOOK: Duration = Duration::from_millis(25);
/// The time between two looks at a receiver that is to come up.
const WAITING: Duration = Duration::from_millis(100);

/// The stage of a run.
pub(super) struct Stage {
    pub(super) scene: Scene,
    pub(super) control: Control,
    transport: Transport,
    strict_transport: Transport,
    client: Client,
    probe: Option<Box<dyn Probe>>,
    pointers: Pointers,
    /// What is wrong with the probe, if something is.
    probe_trouble: Option<Observation>,
}

impl Stage {
    /// Waits for the receiver, greets it, and tries the probe on what it acknowledged.
    pub(super) async fn set(suite: Suite) -> Result<Self, TransportError> {
        let Suite { mut scene, transport, strict_transport, client, probe, pointers, wait, .. } = suite;
        if let Some(limit) = wait {
            until_it_answers(&client, scene.main().address.as_str(), limit).await;
        }
        let posts = Control::posts(&scene, &mut Desk::new(&scene, place_of(Control::CHECK), None));
        let mut greetings: Vec<(Product, Post, Attempt)> = Vec::new();
        for (product, post) in posts {
            // Who does not answer one event at this address does not answer the next.
            let is_dead = |(_, other, attempt): &(Product, Post, Attempt)| {
                attempt.status().is_none() && other.message.request.address == post.message.request.address
            };
            if !greetings.iter().any(is_dead) {
                let attempt = make_in(&transport, &post, Manner::default()).await?;
                greetings.push((product, post, attempt));
            }
        }
        let control = Control::new(greetings);
        // Checks that could use any product use those whose events are acknowledged.
        if !control.is_refused() {
            scene.products.retain(|product| control.acknowledges(*product));
        }
        let probe_trouble = None;
        let mut stage = Self { scene, control, transport, strict_transport, client, probe, pointers, probe_trouble };
        stage.probe_trouble = stage.try_probe().await;
        Ok(stage)
    }

    /// Whether the probe can tell a document that was acknowledged from one that was never sent.
    async fn try_probe(&self) -> Option<Observation> {
        let (probe, message) = (self.probe.as_deref()?, self.control.message()?);
        match self.observe(probe, &message.keys, &Want::Stored).await {
            Observation::Met => {}
            Observation::Unknown(reason) => return Some(Observation::Short(Lapse::Probe, reason)),
            trouble @ Observation::Short(..) => return Some(trouble),
        }
        let never_sent = Desk::never_sent(&self.scene, message.kind());
        match probe.ask(&never_sent.keys).await {
            Ok(answer) if observation::judge(&Want::Stored, &answer, &self.pointers) == Observation::Met => {
                let known = probe.ask(&message.keys).await;
                let is_blind = !answer.is_json() || known == Ok(answer);
                is_blind.then(|| Observation::Short(Lapse::Probe, words::probe_is_blind()))
            }
            _ => None,
        }
    }

    /// Makes the steps of a check; the first that falls short decides, then whatever is not known.
    pub(super) async fn play(&self, check: &Check, script: Script) -> Result<Finding, TransportError> {
        let steps = match script {
            Script::Steps(steps) => steps,
            Script::Skip(reason) => return Ok(Finding::Unknown(reason)),
        };
        let judge = Judge { check };
        let mut posted: Vec<Post> = Vec::new();
        let mut found = Finding::Met;
        for step in steps {
            let finding = self.step(&judge, &step, &posted).await?;
            match (&finding, &found) {
                (Finding::Short(_), _) => return Ok(finding),
                (Finding::Tolerated(_), Finding::Met | Finding::Unknown(_)) | (Finding::Unknown(_), Finding::Met) => {
                    found = finding;
                }
                _ => {}
            }
            if let Step::Post(post) = step {
                posted.push(post);
            }
        }
        Ok(found)
    }

    async fn step(&self, judge: &Judge<'_>, step: &Step, posted: &[Post]) -> Result<Finding, TransportError> {
        Ok(match step {
            Step::Post(post) => judge.post(post, &self.make(&self.transport, post).await?, posted),
            Step::Together(posts) => judge.together(posts, &self.together(posts).await?),
            Step::Timed(posts, limit) => judge.timed(posts, &self.together(posts).await?, *limit),
            Step::Beside { held, meanwhile } => {
                let (attempts, in_time) = self.beside(held, meanwhile).await?;
                judge.beside(held, meanwhile, &attempts, in_time)
            }
            Step::Alike(posts) => self.alike(judge, posts).await?,
            Step::Port => self.port(judge),
            Step::Trust(post) => self.trust(judge, post).await?,
            Step::Get => self.get(judge).await,
            Step::Read(reading) => self.read(judge, reading, posted.last()).await,
        })
    }

    async fn together(&self, posts: &[Post]) -> Result<Vec<Attempt>, TransportError> {
        let attempts = posts.iter().map(|post| self.make(&self.transport, post));
        join_all(attempts).await.into_iter().collect()
    }

    /// One request is held back before its last byte until the other is answered, or for so long.
    async fn beside(&self, slow: &Post, meanwhile: &Post) -> Result<([Attempt; 2], bool), TransportError> {
        let at_most = MEANWHILE + self.control.elapsed() * 2;
        let (hold, mut let_go) = Hold::new(at_most);
        let other = async {
            let_go.reached().await;
            let mut answer = std::pin::pin!(self.make(&self.transport, meanwhile));
            let early = Deadline::after(at_most).bound(&mut answer).await;
            drop(let_go);
            match early {
                Ok(answered) => (answered, true),
                Err(_) => (answer.await, false),
            }
        };
        let (first, (second, in_time)) =
            tokio::join!(self.make_in(&self.transport, slow, Manner::held(Some(hold))), other);
        Ok(([first?, second?], in_time))
    }

    async fn alike(&self, judge: &Judge<'_>, posts: &[Post]) -> Result<Finding, TransportError> {
        let mut attempts = Vec::new();
        for post in posts {
            let attempt = self.make(&self.transport, post).await?;
            let finding = judge.post(post, &attempt, &[]);
            if matches!(finding, Finding::Short(_)) {
                return Ok(finding);
            }
            attempts.push(attempt);
        }
        Ok(judge.alike(posts, &attempts))
    }

    fn port(&self, judge: &Judge<'_>) -> Finding {
        let address = &self.scene.main().address;
        if address.is_loopback() {
            Finding::Unknown(words::on_loopback())
        } else if address.uses_popbill_port() {
            Finding::Met
        } else {
            judge.port(address.port())
        }
    }

    async fn trust(&self, judge: &Judge<'_>, post: &Post) -> Result<Finding, TransportError> {
        let address = &post.message.request.address;
        if !address.is_https() {
            return Ok(Finding::Unknown(words::not_https()));
        }
        if address.is_loopback() {
            return Ok(Finding::Unknown(words::on_loopback()));
        }
        Ok(judge.trust(post, &self.make(&self.strict_transport, post).await?))
    }

    async fn get(&self, judge: &Judge<'_>) -> Finding {
        let url = self.scene.main().address.to_string();
        let page = self.client.get(&url).await;
        judge.get(&url, page)
    }

    /// Reads back, when `last`, which was posted last, is stored: a receiver may work one event after the other.
    async fn read(&self, judge: &Judge<'_>, reading: &Reading, last: Option<&Post>) -> Finding {
        let Reading { of, want, is_the_point } = reading;
        let observed = match (self.probe.as_deref(), &self.probe_trouble) {
            (None, _) => Observation::Unknown(words::no_probe()),
            (Some(probe), None) => {
                if let Some(last) = last {
                    self.observe(probe, &last.message.keys, &Want::Stored).await;
                }
                self.observe(probe, &of.keys, want).await
            }
            // That the probe does not work is what one check is about.
            (_, Some(trouble)) if *want == Want::Stored && *is_the_point => trouble.clone(),
            (_, Some(Observation::Short(_, reason))) => Observation::Unknown(words::probe_of_no_use(reason)),
            (_, Some(trouble)) => trouble.clone(),
        };
        judge.reading(*is_the_point, observed)
    }

    /// What the probe shows at last: a receiver may store a little after it has answered, and what it stores twice may
    /// come a little later still.
    async fn observe(&self, probe: &dyn Probe, keys: &Keys, want: &Want) -> Observation {
        let look = async || match probe.ask(keys).await {
            Ok(answer) => observation::judge(want, &answer, &self.pointers),
            Err(trouble) => Observation::Unknown(trouble),
        };
        let watch = Stopwatch::start();
        let mut seen = look().await;
        while watch.elapsed() < seen.may_change_within() {
            clock::pause(LOOK).await;
            let now = look().await;
            let is_settled = now == seen && matches!(now, Observation::Unknown(_));
            seen = now;
            if is_settled {
                break;
            }
        }
        if seen == Observation::Met && *want != Want::Stored {
            clock::pause(LOOK * 2).await;
            seen = look().await;
        }
        seen
    }

    async fn make(&self, transport: &Transport, post: &Post) -> Result<Attempt, TransportError> {
        self.make_in(transport, post, Manner::faulty(post.fault)).await
    }

    /// A request that carries other credentials, or none, may be answered with the right ones.
    async fn make_in(&self, transport: &Transport, post: &Post, manner: Manner) -> Result<Attempt, TransportError> {
        let mut masked = make_in(transport, post, manner).await?;
        for echoes in self.control.echoes() {
            masked.ending = echoes.mask_ending(masked.ending);
        }
        Ok(masked)
    }
}

/// Waits until a GET of the URL has an answer, whatever it is, or for so long. What comes of it is seen by the checks.
async fn until_it_answers(client: &Client, url: &str, limit: Duration) {
    let looking = async {
        while client.get(url).await.is_err() {
            clock::pause(WAITING).await;
        }
    };
    Deadline::after(limit).bound(looking).await.ok();
}

async fn make_in(transport: &Transport, post: &Post, manner: Manner) -> Result<Attempt, TransportError> {
    let now = clock::now();
    attempt_in(transport, &post.message.request, 1, now, now, manner).await
}
