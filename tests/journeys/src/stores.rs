//! The two places in which the app keeps records, looked at and damaged from outside.
use crate::Stage;
use crate::server::BESIDE;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Opens the database in `db`; `ask` waits for a request.
const DATABASE: &str = "
    const ask = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
    const db = await ask(indexedDB.open(prefix, 1));";

impl Stage {
    /// The working copy in `localStorage`: every key of the app's, without its prefix, and its text.
    pub async fn mirror(&self) -> Result<BTreeMap<String, String>> {
        let entries = "Object.entries(localStorage)
            .filter(([key]) => key.startsWith(prefix))
            .map(([key, text]) => [key.slice(prefix.length), text])";
        texts(&self.in_page(&format!("return {entries};")).await?)
    }

    /// The durable copy in `IndexedDB`: every key and its text.
    pub async fn vault(&self) -> Result<BTreeMap<String, String>> {
        let script = format!(
            "{DATABASE}
            const store = db.transaction('records').objectStore('records');
            const [keys, texts] = await Promise.all([ask(store.getAllKeys()), ask(store.getAll())]);
            db.close();
            return keys.map((key, at) => [key, texts[at]]);"
        );
        texts(&self.in_page(&script).await?)
    }

    /// The same, without what is no record: forms that were begun, room that can be given back, and the revision, which
    /// a form raises too.
    pub async fn records(&self) -> Result<BTreeMap<String, String>> {
        let mut vault = self.vault().await?;
        vault.retain(|key, _| key != "ballast" && !key.starts_with("draft/"));
        if let Some(meta) = vault.get_mut("meta") {
            let mut without: Value = serde_json::from_str(meta)?;
            without.as_object_mut().map(|meta| meta.remove("rev"));
            *meta = without.to_string();
        }
        Ok(vault)
    }

    /// Puts a text under a key of both places, as damage might.
    pub async fn damage(&self, key: &str, text: &str) -> Result<()> {
        let (key, text) = (json!(key), json!(text));
        let script = format!(
            "{DATABASE}
            const changed = db.transaction('records', 'readwrite');
            changed.objectStore('records').put({text}, {key});
            await new Promise((done, fail) => {{ changed.oncomplete = done; changed.onabort = fail; }});
            db.close();
            const gen = localStorage.getItem(prefix + 'gen') ?? '0';
            localStorage.setItem(prefix + gen + '/' + {key}, {text});"
        );
        self.in_page(&script).await.map(drop)
    }

    /// Waits for everything that the page has asked of the durable copy so far, and for what follows on that.
    pub async fn is_at_rest(&self) -> Result<()> {
        let script = format!(
            "{DATABASE}
            for (let time = 0; time < 3; time += 1) {{
                // Behind what is being read, since it might write.
                await ask(db.transaction('records', 'readwrite').objectStore('records').count());
                await new Promise((done) => setTimeout(done));
            }}
            db.close();"
        );
        self.in_page(&script).await.map(drop)
    }

    /// Takes the durable copy away while no page of the app is open; the tab is at no page then.
    pub async fn lose_vault(&self) -> Result<()> {
        let script = "
            const request = indexedDB.deleteDatabase(prefix);
            await new Promise((done, fail) => {
                request.onsuccess = done;
                request.onerror = request.onblocked = fail;
            });";
        self.beside_the_app(script).await
    }

    /// Takes the working copy away while no page of the app is open; the tab is at no page then.
    pub async fn lose_mirror(&self) -> Result<()> {
        let script = "
            for (const key of Object.keys(localStorage))
                if (key.startsWith(prefix)) localStorage.removeItem(key);";
        self.beside_the_app(script).await
    }

    /// Runs a script in a page of the same origin that is not the app.
    async fn beside_the_app(&self, script: &str) -> Result<()> {
        self.go_beside_the_app().await?;
        self.in_page(script).await?;
        self.leave_for_nowhere().await
    }

    /// Goes to a page of the same origin that is not the app, and has no policy.
    pub async fn go_beside_the_app(&self) -> Result<()> {
        let page = format!("{}{BESIDE}", self.server.origin());
        Ok(self.browser.goto(&page).await?)
    }

    async fn in_page(&self, script: &str) -> Result<Value> {
        // What the names of both places start with: see `platform::storage::prefix`.
        let path = self.server.url().replacen(&self.server.origin(), "", 1);
        let prefix = format!("const prefix = 'wm:{path}:';");
        self.evaluate(&format!("(async () => {{ {prefix} {script} }})()"))
            .await
    }
}

fn texts(pairs: &Value) -> Result<BTreeMap<String, String>> {
    let pairs: Vec<(String, String)> =
        serde_json::from_value(pairs.clone()).context("something other than a text is stored")?;
    Ok(pairs.into_iter().collect())
}
