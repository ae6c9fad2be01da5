//! What a file may be, and what is done with it: nothing, unless it is a store.

use std::path::Path;

use super::*;

/// Opens a file in every way; none may succeed, panic or change it.
fn refused(path: &Path) -> Vec<StoreError> {
    let place = Place::parse(path.to_str().unwrap()).unwrap();
    let before = std::fs::read(path).unwrap();
    let errors = [Access::Read, Access::Durable, Access::Quick].map(|access| {
        let error =
            Store::open(&place, access).err().unwrap_or_else(|| panic!("{access:?} opened {} bytes", before.len()));
        assert!(error.to_string().contains(path.to_str().unwrap()), "{error}");
        error
    });
    assert_eq!(std::fs::read(path).unwrap(), before, "the file was changed");
    errors.into()
}

fn not_a_store(path: &Path) {
    for error in refused(path) {
        assert_eq!(error, StoreError::NotAStore { path: path.to_owned() });
    }
}

#[test]
fn files_of_something_else_are_refused_and_kept() {
    let home = Home::new();
    let path = home.directory.path().join("other");
    for content in [
        &b"x"[..],
        b"SQLite format 3\0",
        &vec![0; 40_000],
        "팝빌\n".repeat(9_000).as_bytes(),
        b"SQLite format 3\0 and then not",
    ] {
        std::fs::write(&path, content).unwrap();
        not_a_store(&path);
    }
}

#[test]
fn other_databases_are_refused_and_kept() {
    let home = Home::new();
    for (name, sql) in [
        ("tables", "CREATE TABLE entries (seq INTEGER)"),
        ("meta", "CREATE TABLE meta (name TEXT, value BIGINT); INSERT INTO meta VALUES ('format', 1)"),
        ("marked", "PRAGMA application_id = 77"),
        ("wal", "PRAGMA journal_mode = WAL; CREATE TABLE other (x)"),
    ] {
        let path = home.directory.path().join(name);
        rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        not_a_store(&path);
    }
}

#[test]
fn a_later_version_is_named_and_kept() {
    let home = Home::with([captured(capture(1))]);
    let path = home.place.path();
    let other = rusqlite::Connection::open(path).unwrap();
    other.execute_batch("UPDATE meta SET value = 2 WHERE name = 'format'; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    drop(other);
    for error in refused(path) {
        assert_eq!(error, StoreError::Newer { path: path.to_owned(), found: 2, known: 1 });
    }
}

#[test]
fn a_store_without_its_version_is_damaged() {
    for sql in [
        "DELETE FROM meta",
        "UPDATE meta SET value = 0 WHERE name = 'format'",
        "UPDATE meta SET value = 'x'",
        "DROP TABLE meta",
    ] {
        let home = Home::with([captured(capture(1))]);
        rusqlite::Connection::open(home.place.path()).unwrap().execute_batch(sql).unwrap();
        for error in refused(home.place.path()) {
            assert!(matches!(error, StoreError::Damaged { .. }), "{sql}: {error}");
        }
    }
}

/// What every reader does with a file that may be damaged: it gets what was written, an error, or a note.
fn read_honestly(place: &Place, written: &[Entry]) -> usize {
    let Ok(mut store) = Store::open(place, Access::Read) else {
        return 0;
    };
    let _ = store.find(&Selector::Latest(0));
    let _ = store.find(&Selector::Prefix("1".to_owned()));
    let _ = store.count(&Filter::default());
    let Ok(listing) = store.list(&Filter::default()) else {
        return 0;
    };
    for entry in &listing.entries {
        let original = written.iter().find(|original| original.id() == entry.id());
        let (Some(Entry::Capture(original)), Entry::Capture(found)) = (original, entry) else {
            panic!("an entry that nobody wrote: {entry:?}");
        };
        assert_eq!(found.record, original.record);
    }
    listing.entries.len()
}

#[test]
fn a_truncated_store_is_never_taken_for_a_whole_one() {
    let written: Vec<_> = (0..60).map(|number| captured(capture(number))).collect();
    let home = Home::with(written.clone());
    let whole = std::fs::read(home.place.path()).unwrap();
    let path = home.directory.path().join("cut");
    let place = Place::parse(path.to_str().unwrap()).unwrap();
    for length in (1..whole.len()).step_by(997).chain([16, 99, 100, 511, 512, 16_383, 16_384, 16_385, whole.len() - 1])
    {
        std::fs::write(&path, &whole[..length]).unwrap();
        refused(&path);
    }
    std::fs::write(&path, &whole).unwrap();
    assert_eq!(read_honestly(&place, &written), 60, "the uncut copy is whole");
}

#[test]
fn a_changed_byte_is_never_shown_as_good() {
    let written: Vec<_> = (0..12).map(|number| captured(capture(number))).collect();
    let home = Home::with(written.clone());
    let whole = std::fs::read(home.place.path()).unwrap();
    let path = home.directory.path().join("flipped");
    let place = Place::parse(path.to_str().unwrap()).unwrap();
    let mut found_damage = false;
    // Most of the file is empty space within its pages; the bytes in use are those that are not zero.
    for offset in (0..whole.len()).filter(|offset| whole[*offset] != 0).step_by(7) {
        let mut flipped = whole.clone();
        flipped[offset] ^= 0x55;
        std::fs::write(&path, &flipped).unwrap();
        found_damage |= read_honestly(&place, &written) < 12;
    }
    assert!(found_damage);
}

#[test]
fn an_empty_file_becomes_a_store_and_reads_as_none() {
    let home = Home::new();
    std::fs::write(home.place.path(), "").unwrap();
    let absent = StoreError::Absent { path: home.place.path().to_owned() };
    assert_eq!(Store::open(&home.place, Access::Read).err(), Some(absent.clone()));
    home.add([captured(capture(1))]);
    assert_eq!(ids(&home.list()), [capture(1).id.bits()]);
    let none = Home::new();
    let absent = StoreError::Absent { path: none.place.path().to_owned() };
    assert_eq!(Store::open(&none.place, Access::Read).err(), Some(absent));
    assert!(!none.place.path().exists(), "reading creates nothing");
}

#[test]
fn a_crash_while_creating_leaves_something_that_can_be_used() {
    let home = Home::new();
    // The file as it is between choosing the journal and creating the tables.
    rusqlite::Connection::open(home.place.path())
        .unwrap()
        .execute_batch("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL")
        .unwrap();
    assert_ne!(std::fs::metadata(home.place.path()).unwrap().len(), 0);
    assert!(matches!(Store::open(&home.place, Access::Read).err(), Some(StoreError::Absent { .. })));
    home.add([captured(capture(1))]);
    assert_eq!(home.list().len(), 1);
}

#[test]
fn directories_and_what_stands_in_the_way_are_named() {
    let home = Home::new();
    let directory = Place::parse(home.directory.path().to_str().unwrap()).unwrap();
    assert!(matches!(Store::open(&directory, Access::Durable).err(), Some(StoreError::NotAStore { .. })));
    let file = home.directory.path().join("file");
    std::fs::write(&file, "x").unwrap();
    let below = Place::parse(file.join("history.db").to_str().unwrap()).unwrap();
    for access in [Access::Read, Access::Durable, Access::Quick] {
        let error = Store::open(&below, access).err();
        assert!(matches!(error, Some(StoreError::Unwritable { .. })), "{error:?}");
    }
}

/// Where the rights of a file count: not for root.
#[cfg(unix)]
fn rights_count(directory: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let closed = directory.join("closed");
    std::fs::create_dir(&closed).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o500)).unwrap();
    std::fs::write(closed.join("probe"), "").is_err()
}

#[cfg(unix)]
#[test]
fn a_directory_or_file_without_the_right_to_write_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::with([captured(capture(1))]);
    std::fs::set_permissions(home.place.path(), std::fs::Permissions::from_mode(0o400)).unwrap();
    let closed = Place::parse(home.directory.path().join("closed").join("history.db").to_str().unwrap()).unwrap();
    if rights_count(home.directory.path()) {
        for access in [Access::Durable, Access::Quick] {
            assert!(matches!(Store::open(&closed, access).err(), Some(StoreError::Unwritable { .. })));
            assert!(matches!(Store::open(&home.place, access).err(), Some(StoreError::ReadOnly { .. })));
        }
    }
    assert_eq!(home.list().len(), 1, "reading needs no right to write");
}

#[cfg(unix)]
#[test]
fn all_files_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let writer = home.writer();
    run(writer.submit(capture(1))).unwrap();
    let mut seen = 0;
    for file in std::fs::read_dir(home.directory.path()).unwrap().map(Result::unwrap) {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
        seen += 1;
    }
    assert_eq!(seen, 3, "the file, its log, and the log's index");
    writer.close().unwrap();
    assert_eq!(std::fs::read_dir(home.directory.path()).unwrap().count(), 1, "the log is gone after an orderly end");
}

#[cfg(unix)]
#[test]
fn no_umask_changes_that() {
    let this = std::env::current_exe().unwrap();
    for umask in ["000", "022", "077"] {
        let script =
            format!("umask {umask} && exec \"$0\" --exact history::tests::files::all_files_are_the_owners_alone");
        let run = std::process::Command::new("sh").arg("-c").arg(script).arg(&this).output().unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && said.contains("1 passed"), "{umask}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_store_that_was_taken_away_takes_no_more() {
    let home = Home::new();
    let writer = home.writer();
    run(writer.submit(capture(1))).unwrap();
    std::fs::rename(home.place.path(), home.directory.path().join("elsewhere")).unwrap();
    let moved = StoreError::Moved { path: home.place.path().to_owned() };
    assert_eq!(run(writer.submit(capture(2))), Err(moved.clone()));
    std::fs::rename(home.directory.path().join("elsewhere"), home.place.path()).unwrap();
    assert_eq!(run(writer.submit(capture(3))), Err(moved.clone()), "once is for good");
    assert_eq!(writer.close(), Err(moved));
    assert_eq!(ids(&home.list()), [capture(1).id.bits()]);
}

#[test]
fn names_that_sqlite_would_understand_otherwise_are_files() {
    let home = Home::new();
    for name in ["file:x?mode=memory", "a%20b", ":memory:", "이력 1.db"] {
        let path = home.directory.path().join(name);
        let place = Place::parse(path.to_str().unwrap()).unwrap();
        Store::open(&place, Access::Quick).unwrap().add_delivery(&delivery(1).record, &delivery(1).attempts).unwrap();
        assert!(path.is_file(), "{name}");
    }
}
