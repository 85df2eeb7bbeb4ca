//! Encrypted copies: made by the browser and opened by another implementation, and the other way round.
use super::{PASSCODE, PRIVATE, open_lock, private_diary, saved_file};
use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use anyhow::{Context, Result, ensure};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use journeys::{Engine, Stage};
use sha2::Sha256;
use waymark::exchange::sealed::{self, By, Lock, NAMES, RECORDS, code, copy};

journeys::on_every_engine! {
    a_copy_with_a_passcode_there_and_back
    the_copy_of_a_locked_diary
    a_copy_that_another_program_made
}

/// What opens a lock, found as `docs/lock.md` says.
fn root(lock: &Lock, by: By, typed: &str) -> Option<Vec<u8>> {
    let way = lock.way(by)?;
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(typed.as_bytes(), &way.salt, way.rounds, &mut key);
    opened(&key, &by.bound_to(), &way.wrapped)
}

fn opened(key: &[u8], bound_to: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_at_checked(12)?;
    let with = Payload {
        msg: rest,
        aad: bound_to.as_bytes(),
    };
    let cipher = Aes256Gcm::new_from_slice(key).ok()?;
    cipher.decrypt(Nonce::from_slice(nonce), with).ok()
}

fn expanded(root: &[u8], used_for: &str) -> Result<[u8; 32]> {
    let mut key = [0; 32];
    let done = Hkdf::<Sha256>::new(None, root).expand(used_for.as_bytes(), &mut key);
    ensure!(done.is_ok(), "a key of 32 bytes");
    Ok(key)
}

/// Every record of an encrypted copy, opened by the passcode or the code.
fn records(file: &str, by: By, typed: &str) -> Result<Vec<(String, String)>> {
    let shut = copy::read(file).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    ensure!(shut.intact, "its sum is wrong");
    let root = root(&shut.lock, by, typed).context("it does not open")?;
    let (records, names) = (expanded(&root, RECORDS)?, expanded(&root, NAMES)?);
    let mut found = Vec::new();
    for (name, text) in shut.sealed {
        let bound_to = sealed::bound_to(shut.lock.generation, &name);
        let bytes = sealed::bytes(&text).context("no sealed text")?;
        let plain = opened(&records, &bound_to, &bytes).context("a record does not open")?;
        let (key, text) = sealed::unframed(plain).context("no record")?;
        let mut hash = <Hmac<Sha256> as Mac>::new_from_slice(&names)?;
        hash.update(key.as_bytes());
        ensure!(
            sealed::name(&hash.finalize().into_bytes()) == name,
            "{key} has another's name"
        );
        found.push((key, text));
    }
    Ok(found)
}

fn has_private(records: &[(String, String)]) -> Result<()> {
    ensure!(
        records.iter().any(|(_, text)| text.contains(PRIVATE)),
        "{records:?}"
    );
    Ok(())
}

async fn a_copy_with_a_passcode_there_and_back(engine: Engine) -> Result<()> {
    let mut stage = private_diary(engine).await?;
    stage.open("#/more/kept").await?;
    stage
        .tap("Copies with a passcode Only who knows the passcode can open the file.")
        .await?;
    stage
        .type_into("New passcode", "caf\u{e9} caf\u{e9}")
        .await?;
    stage.tap("Save a locked copy").await?;
    stage.says("The copy is with your browser now.").await?;
    let file = saved_file(&mut stage).await?;
    ensure!(
        !file.contains("Quill") && !file.contains("day/"),
        "it can be read"
    );
    has_private(&records(&file, By::Passcode, "caf\u{e9} caf\u{e9}")?)?;

    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    stage.tap("Start anew").await?;
    stage.heading("Small things, every day").await?;
    stage.choose_copy(file.as_bytes()).await?;
    stage.sees("This copy is locked.").await?;
    stage.type_into("Passcode of the copy", "cafe cafe").await?;
    stage.tap("Open").await?;
    stage.sees("That is not it.").await?;
    // However the keyboard puts its accents together.
    stage
        .paste_into("Passcode of the copy", "cafe\u{301} cafe\u{301}")
        .await?;
    stage.tap("Open").await?;
    stage.tap("Add it all").await?;
    stage.says("The copy was added.").await?;
    stage.saved().await?;
    stage.open("#/").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.finish().await
}

async fn the_copy_of_a_locked_diary(engine: Engine) -> Result<()> {
    let mut stage = private_diary(engine).await?;
    let typed = stage.set_lock(PASSCODE).await?;
    let typed = code::read(&typed).context("no code")?;
    stage.within("Screens").tap("More").await?;
    stage
        .tap("What is kept on this device No copy saved yet.")
        .await?;
    stage.tap("Save a copy").await?;
    stage.says("The copy is with your browser now.").await?;
    let file = saved_file(&mut stage).await?;
    ensure!(!file.contains("Quill"), "it can be read");
    has_private(&records(&file, By::Passcode, PASSCODE)?)?;
    has_private(&records(&file, By::Code, &typed)?)?;

    // And what can be had without opening it.
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.tap("I forgot it").await?;
    stage.tap("Save the locked copy").await?;
    stage
        .sees("This diary is locked, and is not shown here.")
        .await?;
    stage.does_not_see(PRIVATE).await?;
    stage.tap("Save a copy").await?;
    stage.sees("The file is with your browser now.").await?;
    let file = saved_file(&mut stage).await?;
    ensure!(!file.contains("Quill"), "it can be read");
    has_private(&records(&file, By::Passcode, PASSCODE)?)?;
    stage.open("#/").await?;
    open_lock(&stage, PASSCODE).await?;
    stage.finish().await
}

const VECTORS: &str = include_str!("../../../fixtures/lock-v1.txt");

fn vector(name: &str) -> Result<&'static str> {
    let found = VECTORS
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    found.with_context(|| format!("no vector {name}"))
}

async fn a_copy_that_another_program_made(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    for typed in [vector("passcode")?, vector("code")?] {
        stage.choose_copy(vector("copy")?.as_bytes()).await?;
        stage.sees("This copy is locked.").await?;
        stage.paste_into("Passcode of the copy", typed).await?;
        stage.tap("Open").await?;
        stage.sees("Add it all").await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn encrypted_copies_with_impossible_locks() -> Result<()> {
    let mut stage = private_diary(Engine::Chromium).await?;
    let before = stage.records().await?;
    let copy: serde_json::Value = serde_json::from_str(vector("copy")?)?;
    let changed = |field: &str, value: serde_json::Value| {
        let mut copy = copy.clone();
        copy["lock"]["ways"][0][field] = value;
        copy.to_string()
    };
    let truncated = vector("copy")?;
    for file in [
        changed("rounds", 0.into()),
        changed("rounds", 1.into()),
        changed("rounds", (1_u64 << 31).into()),
        changed("rounds", (-1).into()),
        changed("salt", "".into()),
        changed("salt", "AA".into()),
        changed("wrapped", "".into()),
        changed("by", 5.into()),
        truncated[..truncated.len() / 2].to_owned(),
        truncated[..truncated.len() - 1].to_owned(),
    ] {
        stage.choose_copy(file.as_bytes()).await?;
        stage.sees("This is not a copy made by this app.").await?;
    }
    let mut newer = copy.clone();
    newer["lock"]["v"] = 99.into();
    stage.choose_copy(newer.to_string().as_bytes()).await?;
    stage.sees("newer version").await?;
    // A record of it that was changed is not taken, and the others are.
    ensure!(before == stage.records().await?, "something was changed");
    stage.finish().await
}
