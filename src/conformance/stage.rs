//! Where the steps of a check are made: the sockets, the probe, and what is known of the receiver so far.

use std::time::Duration;

use futures_util::future::join_all;

use super::check::Check;
use super::checks::place_of;
use super::control::Control;
use super::desk::Desk;
use super::judge::Judge;
use super::observation::{self, Observation};
use super::probe::{Pointers, Probe, ProbeAnswer};
use super::result::Finding;
use super::run::Suite;
use super::scene::Scene;
use super::script::{Post, Reading, Script, Step, Want};
use crate::clock::{self, Deadline};
use crate::delivery::{Attempt, attempt_in};
use crate::transport::{Client, Hold, Manner, Transport, TransportError};
use crate::words::conformance as words;

/// How long a request is held back for another to be answered meanwhile.
const MEANWHILE: Duration = Duration::from_secs(2);
/// How long a document may take to be stored after its acknowledgement.
const STORING: Duration = Duration::from_secs(2);
/// The time between two looks.
const LOOK: Duration = Duration::from_millis(25);

/// The stage of a run.
pub(super) struct Stage {
    pub(super) scene: Scene,
    pub(super) control: Control,
    transport: Transport,
    strict_transport: Transport,
    client: Client,
    probe: Option<Box<dyn Probe>>,
    pointers: Pointers,
    /// Why the probe is of no use.
    probe_trouble: Option<String>,
}

impl Stage {
    /// Greets the receiver, and tries the probe on what it acknowledged.
    pub(super) async fn set(suite: Suite) -> Result<Self, TransportError> {
        let Suite { mut scene, transport, strict_transport, client, probe, pointers, .. } = suite;
        let posts = Control::posts(&scene, &mut Desk::new(&scene, place_of(Control::CHECK), None));
        let mut greetings = Vec::new();
        for (product, post) in posts {
            let attempt = make(&transport, &post).await?;
            greetings.push((product, post, attempt));
        }
        let control = Control::new(greetings);
        // Checks that could use any product use one whose events are acknowledged.
        if let Some(main) = control.main() {
            scene.products.sort_by_key(|product| *product != main);
        }
        let probe_trouble = None;
        let mut stage = Self { scene, control, transport, strict_transport, client, probe, pointers, probe_trouble };
        stage.probe_trouble = stage.try_probe().await;
        Ok(stage)
    }

    async fn try_probe(&self) -> Option<String> {
        let Some(probe) = &self.probe else { return Some(words::no_probe()) };
        let message = self.control.message()?;
        match settled(&**probe, &message.keys).await {
            Ok(ProbeAnswer::Found(_)) => None,
            Ok(ProbeAnswer::Unknown(how)) => Some(words::probe_does_not_know(&how)),
            Err(trouble) => Some(trouble),
        }
    }

    /// Makes the steps of a check; the first that falls short decides, then whatever is not known.
    pub(super) async fn play(&self, check: &Check, script: Script) -> Result<Finding, TransportError> {
        let steps = match script {
            Script::Steps(steps) => steps,
            Script::Skip(reason) => return Ok(Finding::Unknown(reason)),
        };
        let judge = Judge { check, seed: self.scene.seed };
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
            Step::Post(post) => judge.post(post, &make(&self.transport, post).await?, posted),
            Step::Together(posts) => judge.together(posts, &self.together(posts).await?),
            Step::Timed(posts, limit) => judge.timed(posts, &self.together(posts).await?, *limit),
            Step::Beside { held, meanwhile } => {
                let (attempts, in_time) = self.beside(held, meanwhile).await?;
                judge.beside(held, meanwhile, &attempts, in_time)
            }
            Step::Alike(posts) => self.alike(judge, posts).await?,
            Step::Port => self.port(judge),
            Step::Trust(post) => self.trust(judge, post).await?,
            Step::Get => judge.get(self.get().await),
            Step::Read(reading) => self.read(judge, reading).await,
        })
    }

    async fn together(&self, posts: &[Post]) -> Result<Vec<Attempt>, TransportError> {
        let attempts = posts.iter().map(|post| make(&self.transport, post));
        join_all(attempts).await.into_iter().collect()
    }

    /// One request is held back before its last byte until the other is answered, or for so long.
    async fn beside(&self, slow: &Post, meanwhile: &Post) -> Result<([Attempt; 2], bool), TransportError> {
        let (hold, let_go) = Hold::new(MEANWHILE);
        let other = async {
            // The held one must be there first.
            clock::pause(LOOK).await;
            let mut answer = std::pin::pin!(make(&self.transport, meanwhile));
            let early = Deadline::after(MEANWHILE).bound(&mut answer).await;
            drop(let_go);
            match early {
                Ok(answered) => (answered, true),
                Err(_) => (answer.await, false),
            }
        };
        let (first, (second, in_time)) = tokio::join!(make_in(&self.transport, slow, Manner::held(Some(hold))), other);
        Ok(([first?, second?], in_time))
    }

    async fn alike(&self, judge: &Judge<'_>, posts: &[Post]) -> Result<Finding, TransportError> {
        let mut attempts = Vec::new();
        for post in posts {
            let attempt = make(&self.transport, post).await?;
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
        Ok(judge.post(post, &make(&self.strict_transport, post).await?, &[]))
    }

    async fn get(&self) -> Result<u16, String> {
        self.client.get(self.scene.main().address.as_str()).await.map(|page| page.status)
    }

    async fn read(&self, judge: &Judge<'_>, reading: &Reading) -> Finding {
        let Reading { of, want, is_the_point } = reading;
        let observed = match (&self.probe, &self.probe_trouble) {
            (Some(probe), None) => match settled(&**probe, &of.keys).await {
                Ok(answer) => observation::judge(want, &answer, &self.pointers),
                Err(trouble) => Observation::Unknown(trouble),
            },
            // That the probe knows nothing is what one check is about.
            (Some(_), Some(trouble)) if *want == Want::Stored && *is_the_point => {
                Observation::Short { reason: trouble.clone(), cause: None, fix: None }
            }
            (_, trouble) => Observation::Unknown(trouble.clone().unwrap_or_default()),
        };
        judge.reading(want, *is_the_point, observed)
    }
}

async fn make(transport: &Transport, post: &Post) -> Result<Attempt, TransportError> {
    make_in(transport, post, Manner::faulty(post.fault)).await
}

async fn make_in(transport: &Transport, post: &Post, manner: Manner) -> Result<Attempt, TransportError> {
    let now = clock::now();
    attempt_in(transport, &post.message.request, 1, now, now, manner).await
}

/// What the probe says when it says the same twice: a receiver may store a little after it has answered, and what it
/// stores twice may come a little later still.
async fn settled(probe: &dyn Probe, keys: &super::probe::Keys) -> Result<ProbeAnswer, String> {
    let deadline = Deadline::after(STORING);
    let mut last = probe.ask(keys).await?;
    let looking = async {
        loop {
            clock::pause(LOOK).await;
            let now = probe.ask(keys).await?;
            if now == last && matches!(now, ProbeAnswer::Found(_)) {
                return Ok(());
            }
            last = now;
        }
    };
    match deadline.bound(looking).await {
        Ok(settled) => settled.map(|()| last),
        Err(_) => Ok(last),
    }
}
