//! The words of the made-up journals.

/// What was done, by Way in petal order.
pub(super) const DONE: [[&str; 8]; 5] = [
    [
        "Rang my sister",
        "Had tea with a neighbour",
        "Sat with Jo for a while",
        "Wrote a card to an old friend",
        "Played dominoes at the centre",
        "Said hello to the people next door",
        "Ate lunch with Sam",
        "Sent a short message to Ali",
    ],
    [
        "Walked to the shop",
        "Took the stairs",
        "Stretched in the morning",
        "Went round the park",
        "Tidied the kitchen",
        "Danced to one song",
        "Got off the bus a stop early",
        "Watered the plants outside",
    ],
    [
        "Watched the rain for a minute",
        "Listened to the birds",
        "Had a slow cup of tea",
        "Looked at the sky before bed",
        "Smelled the bread at the bakery",
        "Noticed the first leaves fall",
        "Sat in the sun",
        "Drew what was on the table",
    ],
    [
        "Read ten pages",
        "Looked up a word",
        "Tried a new soup",
        "Learned a chord",
        "Watched a talk about the sea",
        "Did two lessons of Spanish",
        "Asked how the printer works",
        "Read the news from home",
    ],
    [
        "Held a door",
        "Made tea for someone",
        "Gave a book away",
        "Carried a neighbour's bag",
        "Thanked the driver",
        "Fed the cat next door",
        "Picked up some litter",
        "Helped with the washing up",
    ],
];

/// What one means to do, by Way in petal order.
pub(super) const GOALS: [[&str; 4]; 5] = [
    [
        "Talk to one person",
        "Ring my sister",
        "Tea with Jo",
        "Write to an old friend",
    ],
    [
        "A short walk",
        "Stretch for five minutes",
        "Swim",
        "Walk to the market",
    ],
    [
        "Ten quiet breaths",
        "Look out of the window",
        "Write one line",
        "A slow breakfast",
    ],
    [
        "Read a few pages",
        "One lesson of Spanish",
        "Practise the guitar",
        "Go to the library",
    ],
    [
        "Do one kind thing",
        "Cook for someone",
        "Help at the garden",
        "Give a book away",
    ],
];

/// Sentences of notes.
pub(super) const NOTES: [&str; 10] = [
    "Slept better than last week.",
    "It was cold, but the walk was worth it.",
    "Jo made me laugh.",
    "A slow day, and that was fine.",
    "I did not feel like it at first. Then it was good.",
    "The soup was too salty. We ate it anyway.",
    "Rain all day. Stayed in with a book.",
    "Someone said thank you, and meant it.",
    "The library has new chairs by the window.",
    "Tired today. Early to bed.",
];

/// Milestones of the bank that speak of everyday things.
pub(super) const MILESTONES: [&str; 14] = [
    "MA08", "MA10", "MB01", "MB04", "MB05", "MC05", "MC16", "MD10", "ME08", "ME12", "MF03", "MF06",
    "MG03", "MG08",
];
