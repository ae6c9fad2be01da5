//! Whether anybody still reads what we write.

/// Comes when the reader of our stdout went away. Only a pipe tells; where nothing can be known, it never comes.
#[cfg(unix)]
pub(super) async fn gone() {
    let (told, gone) = tokio::sync::oneshot::channel();
    let watcher = std::thread::Builder::new().name("reader".to_owned()).stack_size(64 * 1024);
    let watching = watcher.spawn(move || {
        if waited() {
            told.send(()).ok();
        }
    });
    if watching.is_err() || gone.await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Blocks until the reader is gone; `false` where that cannot be waited for.
#[cfg(unix)]
fn waited() -> bool {
    use rustix::event::{PollFd, PollFlags, poll};

    let stdout = std::io::stdout();
    // An error or a hang-up is told without being asked for.
    let mut watched = [PollFd::new(&stdout, PollFlags::empty())];
    loop {
        match poll(&mut watched, None) {
            Ok(_) => return watched[0].revents().intersects(PollFlags::ERR | PollFlags::HUP),
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

/// Comes when the reader of our stdout went away; this system does not tell before something is written.
#[cfg(not(unix))]
pub(super) async fn gone() {
    std::future::pending::<()>().await;
}
