use super::*;

/// Every letter as wide as most capitals are.
fn width(words: &str, font: Font) -> f64 {
    f64::from(u32::try_from(words.chars().count()).unwrap()) * f64::from(font.size) * 0.7
}

fn said(picture: &Picture) -> Vec<&str> {
    let words = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Words { words, .. } => Some(words.as_str()),
        Shape::Path { .. } => None,
    });
    words.collect()
}

fn assert_inside(picture: &Picture) {
    for shape in &picture.shapes {
        if let Shape::Words {
            words,
            at,
            font,
            centred,
            ..
        } = shape
        {
            assert!(width(words, *font) <= room(), "{words}");
            assert!(at.1 > 84 && at.1 < picture.height - 84, "{at:?}");
            assert_eq!(at.0, if *centred { 540 } else { EDGE });
        }
    }
}

#[test]
fn a_card_shows_what_was_chosen_and_no_more() {
    let mut content = Content {
        words: String::from("I have my own key."),
        ..Content::default()
    };
    let card = picture(&content, &width);
    assert_eq!((card.width, card.height), (WIDTH, HEIGHT));
    assert_eq!(said(&card).join(" "), "I have my own key.");
    assert_eq!(card.shapes.len(), 2 + said(&card).len(), "no flower");
    content.flower = true;
    content.date = String::from("21 November 2026");
    content.name = String::from("J.");
    let card = picture(&content, &width);
    assert_eq!(
        said(&card).join(" "),
        "I have my own key. 21 November 2026 J."
    );
    assert_eq!(card.shapes.len(), 2 + 5 + said(&card).len());
    assert_inside(&card);
    assert_eq!(picture(&Content::default(), &width).shapes.len(), 2);
}

#[test]
fn the_longest_words_fit_whole() {
    for words in ["W".repeat(200), "word ".repeat(40), "ab cd ef ".repeat(22)] {
        let content = Content {
            flower: true,
            words: words.trim().to_owned(),
            date: String::from("21 November 2026"),
            name: words.clone(),
            ..Content::default()
        };
        let card = picture(&content, &width);
        assert_inside(&card);
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let shown = letters(&said(&card).concat());
        assert_eq!(shown, 2 * letters(&words) + 14, "{words}");
    }
}

#[test]
fn the_longest_note_is_whole_and_a_size_that_browsers_draw() {
    for note in [
        "W".repeat(4000),
        "a\n".repeat(2000),
        "nine word ".repeat(400),
    ] {
        let letters = note.chars().filter(|c| !c.is_whitespace()).count();
        let content = Content {
            flower: true,
            note,
            ..Content::default()
        };
        let card = picture(&content, &width);
        assert_inside(&card);
        let shown = said(&card).concat();
        assert_eq!(shown.chars().filter(|c| *c != ' ').count(), letters);
        // Safari on a phone draws no more than 16 million pixels.
        assert!(card.height * WIDTH < 16_000_000, "{}", card.height);
    }
}
