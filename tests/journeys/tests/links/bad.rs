//! Bad links, each with its plain answer, and nothing kept.
use anyhow::{Result, ensure};
use journeys::Stage;
use serde_json::{Value, json};

const REFUSED: &str = "This link does not work";

/// Bytes as a link carries them.
fn encoded(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::from("1.");
    for part in bytes.chunks(3) {
        let bits = [0, 1, 2].iter().fold(0, |bits, place| {
            bits << 8 | usize::from(part.get(*place).copied().unwrap_or_default())
        });
        for place in 0..=part.len() {
            text.push(char::from(LETTERS[bits >> (18 - 6 * place) & 63]));
        }
    }
    text
}

fn of(value: &Value) -> String {
    encoded(value.to_string().as_bytes())
}

fn with_contact(parts: &Value) -> String {
    of(&json!({"n": "The Hub", "c": [parts]}))
}

/// Opens each of these and waits for the reason; nothing of any is kept.
async fn are_refused(links: &[String], reason: &str) -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for carried in links {
        stage.open("#/more").await?;
        stage.heading("More").await?;
        stage.open(&["#/add/", carried].concat()).await?;
        stage.heading(REFUSED).await?;
        stage.sees(reason).await?;
        stage.sees("Ask who gave it to you for a new one.").await?;
        stage.is_at("#/add/").await?;
    }
    let kept = stage.vault().await?;
    ensure!(
        !kept
            .keys()
            .any(|key| key.contains('/') || key == "settings"),
        "{:?}",
        kept.keys()
    );
    stage.tap("Someone to talk to").await?;
    stage.within("Now").sees("116 123").await?;
    stage.finish().await
}

#[tokio::test]
async fn empty() -> Result<()> {
    let links = ["", "1.", "%20", &of(&json!({}))].map(ToOwned::to_owned);
    are_refused(&links, "There is nothing in it.").await
}

#[tokio::test]
async fn one_character_over_8_kb() -> Result<()> {
    let most = format!("1.{}", "A".repeat(8191));
    are_refused(&[most], "It is far too long").await
}

#[tokio::test]
async fn two_megabytes() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage
        .evaluate("location.hash = '/add/1.' + 'A'.repeat(2000000), null")
        .await?;
    stage.heading(REFUSED).await?;
    stage.sees("It is far too long").await?;
    stage.is_at("#/add/").await?;
    stage.finish().await
}

#[tokio::test]
async fn bad_base64() -> Result<()> {
    let links = ["1.ab!cd", "1.abcde", "1", "hello", "1.~~~~x"].map(ToOwned::to_owned);
    are_refused(
        &links,
        "A part of it is missing, or it was changed on its way.",
    )
    .await
}

#[tokio::test]
async fn base64_of_garbage() -> Result<()> {
    let links = [
        encoded(b"garbage"),
        encoded(b"{\"n\":\"A service\",\"g\":["),
        of(&json!([1, 2])),
        of(&json!({"n": 5})),
        encoded("[".repeat(6000).as_bytes()),
    ];
    are_refused(&links, "It was not made for this app").await
}

#[tokio::test]
async fn another_version() -> Result<()> {
    let links = ["2.eyJuIjoiSHViIn0", "10.abcd"].map(ToOwned::to_owned);
    are_refused(&links, "It was made for a newer version").await
}

#[tokio::test]
async fn markup_in_its_words() -> Result<()> {
    let links = [
        of(&json!({"n": "<img src=x onerror=alert(1)>"})),
        with_contact(&json!(["Drop-in", "", "", "<script>alert(1)</script>"])),
        of(&json!({"g": [{"t": "Walk <b>now</b>", "y": "a"}]})),
    ];
    are_refused(&links, "Its words have code in them.").await
}

#[tokio::test]
async fn letters_that_hide_or_turn() -> Result<()> {
    let links = [
        of(&json!({"n": "The \u{202e}buH"})),
        of(&json!({"n": "The\u{200b} Hub"})),
        of(&json!({"n": "The\u{0} Hub"})),
        with_contact(&json!(["S\u{430}maritans", "02079460000"])),
    ];
    are_refused(&links, "Its words have hidden letters in them").await
}

#[tokio::test]
async fn more_than_a_link_may_have() -> Result<()> {
    let links = [
        of(&json!({"n": "x".repeat(41)})),
        of(&json!({"n": "Hub", "h": "x".repeat(141)})),
        of(&json!({"n": "Hub", "c": vec![json!(["A"]); 7]})),
        of(&json!({"n": "Hub", "g": vec!["C01"; 6]})),
        of(&json!({"g": [{"t": "x".repeat(81), "y": "c"}]})),
    ];
    are_refused(&links, "It has more in it than a link may have.").await
}

#[tokio::test]
async fn pages_that_are_not_plain() -> Result<()> {
    let links = [
        "http://example.org",
        "javascript:alert(1)",
        "data:text/html,hello",
        "intent://example.org",
        "https://samaritans.org@example.org",
    ]
    .map(|page| with_contact(&json!(["Drop-in", "", page])));
    are_refused(&links, "in a way that is not safe").await
}

#[tokio::test]
async fn premium_numbers() -> Result<()> {
    let links = [
        "0906 123 4567",
        "070 1234 5678",
        "118 500",
        "+44 906 123 4567",
    ]
    .map(|number| with_contact(&json!(["Drop-in", number])));
    are_refused(&links, "a phone number that costs a lot to call").await
}

#[tokio::test]
async fn numbers_of_elsewhere() -> Result<()> {
    let links = ["+1 202 555 0100", "ring us", "12345"]
        .map(|number| with_contact(&json!(["Drop-in", number])));
    are_refused(&links, "a phone number that is not right for the UK").await
}

#[tokio::test]
async fn who_imitates_a_national_line() -> Result<()> {
    let links = [
        ("Samaritans", "02079460000"),
        ("Samaritan", "02079460000"),
        ("Night line", "116 124"),
        ("Night line", "116 213"),
        ("Night line", "0300 123 660"),
        ("Night line", "03301236600"),
    ]
    .map(|(name, number)| with_contact(&json!([name, number])));
    are_refused(&links, "nearly that of a national help line").await
}

#[tokio::test]
async fn who_imitates_one_in_other_letters() -> Result<()> {
    let links = [
        "Sarnaritans",
        "Samar1tans",
        "𝐒𝐚𝐦𝐚𝐫𝐢𝐭𝐚𝐧𝐬",
        "Ⓢⓐⓜⓐⓡⓘⓣⓐⓝⓢ",
        "Ｓａｍａｒｉｔａｎｓ",
        "sᴀᴍᴀʀɪᴛᴀɴs",
        "Ṣạṃạrịṭạns",
        "Leeds Samaritans group",
    ]
    .map(|name| {
        [
            with_contact(&json!([name, "02079460000"])),
            of(&json!({"n": name})),
        ]
    })
    .concat();
    are_refused(&links, "nearly that of a national help line").await?;
    let links = [
        "Sаmaritans",
        "Samαritans",
        "Sꭺmaritans",
        "Sama\u{ad}ritans",
        "Sama\u{200d}ritans",
        "Samari\u{fe0f}tans",
    ]
    .map(|name| of(&json!({"n": name})));
    are_refused(&links, "Its words have hidden letters in them").await
}

#[tokio::test]
async fn another_number_beside_a_national_line() -> Result<()> {
    let text = "Ring Samaritans on 020 7946 0000.";
    let links = [
        of(&json!({"n": "The Hub", "h": text})),
        of(&json!({"g": [{"t": text, "y": "c"}]})),
        with_contact(&json!(["Drop-in", "02079460000", "", text])),
        with_contact(&json!(["Drop-in", "02079460000", "", "", text])),
    ];
    are_refused(&links, "nearly that of a national help line").await
}

#[tokio::test]
async fn names_in_other_alphabets_are_let_in() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for name in [
        "Leeds Night Shelter",
        "Tŷ Gobaith",
        "Świetlica Żółw",
        "Дім надії",
        "مركز الأمل",
        "希望之家",
    ] {
        let own = "You can also ring Samaritans on 116 123.";
        let link = json!({"n": name, "h": own, "c": [[name, "02079460000"]]});
        stage.open("#/more").await?;
        stage.heading("More").await?;
        stage.open(&["#/add/", &of(&link)].concat()).await?;
        stage.heading(name).await?;
        stage.within("Local help").sees(name).await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn a_national_line_stays_where_it_is() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    let link =
        of(&json!({"n": "The Hub", "c": [["Samaritans", "116 123"], ["Drop-in", "02079460000"]]}));
    stage.open(&["#/add/", &link].concat()).await?;
    stage.within("Local help").sees("Drop-in").await?;
    stage.does_not_see("116 123").await?;
    stage.tap("Add").await?;
    stage.saved().await?;
    stage.tap("Added by The Hub, not checked by us").await?;
    let links = stage.links().await?;
    let calls = links.iter().filter(|link| link.href == "tel:116123");
    ensure!(calls.count() == 1, "{links:?}");
    stage.finish().await
}

#[tokio::test]
async fn what_happens_to_links_on_their_way() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    let good = of(&json!({"n": "The Hub", "h": "Hello"}));
    let path = ["/add/", &good].concat();
    let percent = |text: &str| {
        let escaped = text.bytes().map(|byte| format!("%{byte:02X}"));
        escaped.collect::<String>()
    };
    for met in [
        format!("#{path}"),
        format!("#{path}#"),
        format!("#{path}#/help"),
        format!("#{path}=="),
        format!("#{path}."),
        format!("#{path}?fbclid=1"),
        format!("#{}", percent(&path)),
        format!("#/add/{}", percent(&percent(&good))),
    ] {
        stage.open("#/more").await?;
        stage.heading("More").await?;
        stage.open(&met).await?;
        stage.heading("The Hub").await?;
        stage.is_at("#/add/").await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn opened_twice_and_by_the_back_button() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    let link = of(&json!({"n": "The Hub", "g": [{"t": "Walk", "y": "a"}]}));
    let address = ["#/add/", &link].concat();
    for _ in 0..2 {
        stage.open(&address).await?;
        stage.heading("The Hub").await?;
    }
    stage.tap("Add").await?;
    stage.saved().await?;
    stage.back().await?;
    stage.heading(REFUSED).await?;
    stage.back().await?;
    stage.is_at("#/").await?;
    stage.open(&address).await?;
    stage.heading("The Hub").await?;
    let kept = stage.vault().await?;
    let services = kept.keys().filter(|key| key.starts_with("service/"));
    ensure!(services.count() == 1, "{:?}", kept.keys());
    stage.finish().await
}
