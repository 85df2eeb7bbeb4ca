//! What a person may add to a goal, all of it optional: an amount, a companion, a plan and how sure they are.

use crate::domain::commands::Refusal;
use crate::domain::fields::{Fields, put, put_unless_default, take_or_default};
use crate::domain::words::{self, WordsError};

/// The additions to a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// How much of something, for a goal that is measured and not ticked.
    pub amount: Option<Amount>,
    /// Who with; may be empty. First name or initials are suggested.
    pub with: String,
    /// "If this happens …" of the plan; may be empty.
    pub when: String,
    /// "… then I will …" of the plan; may be empty.
    pub then: String,
    /// How sure the person is that it will happen, 0 to 10 (the confidence ruler of motivational interviewing).
    pub sure: Option<u8>,
}

/// Below this a person is asked whether they would like to make the goal smaller.
pub const SURE_ENOUGH: u8 = 7;

/// How much of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// In thousandths of the unit, above 0.
    pub thousandths: i64,
    /// The unit in the person's words, such as "km"; may be empty.
    pub unit: String,
}

impl Details {
    /// The same with its words tidied.
    ///
    /// # Errors
    /// When something is too long.
    pub(in crate::domain) fn tidied(&self) -> Result<Self, Refusal> {
        Ok(Self {
            amount: match &self.amount {
                Some(amount) => Some(Amount {
                    thousandths: amount.thousandths,
                    unit: tidy(&amount.unit)?,
                }),
                None => None,
            },
            with: tidy(&self.with)?,
            when: tidy(&self.when)?,
            then: tidy(&self.then)?,
            sure: self.sure.map(|sure| sure.min(10)),
        })
    }

    /// Takes them out of a stored object. `None`: a field has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            amount: take_amount(from)?,
            with: take_or_default(from, "with")?,
            when: take_or_default(from, "when")?,
            then: take_or_default(from, "then")?,
            sure: take_or_default(from, "sure")?,
        })
    }

    /// Puts them into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        if let Some(amount) = &self.amount {
            put(to, "amount", &amount.thousandths);
            put_unless_default(to, "unit", &amount.unit);
        }
        put_unless_default(to, "with", &self.with);
        put_unless_default(to, "when", &self.when);
        put_unless_default(to, "then", &self.then);
        put_unless_default(to, "sure", &self.sure);
    }
}

/// `"amount":2500,"unit":"km"`: two and a half kilometres.
#[allow(clippy::option_option, reason = "a wrong form, none and one")]
fn take_amount(from: &mut Fields) -> Option<Option<Amount>> {
    let thousandths: Option<i64> = take_or_default(from, "amount")?;
    let unit = take_or_default(from, "unit")?;
    Some(match thousandths {
        Some(thousandths) if thousandths > 0 => Some(Amount { thousandths, unit }),
        Some(_) => return None,
        None => None,
    })
}

/// One line that may be empty.
fn tidy(typed: &str) -> Result<String, Refusal> {
    match words::line(typed) {
        Err(WordsError::Empty) => Ok(String::new()),
        line => line.map_err(Refusal::Detail),
    }
}
