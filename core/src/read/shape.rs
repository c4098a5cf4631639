//! The shape of the format `pledgeboard/1`: which fields an object has, and what belongs into each.
//!
//! One table for everything that can be said of a field by itself. The checks walk along it ([`check`](super::check)),
//! the normalised document is written by it ([`normal`](super::normal)); what fields mean together is said in the
//! code that builds the programme.

/// The one format there is.
pub(crate) const FORMAT: &str = "pledgeboard/1";

/// What an object holds.
pub(super) struct Shape {
    pub(super) required: &'static [&'static str],
    pub(super) fields: &'static [(&'static str, Form)],
}

/// What belongs into a field.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// The name and version of the format.
    Format,
    /// Words of any kind, also none.
    Text,
    /// Words that may not be missing.
    Title,
    /// A name for links.
    Id,
    /// A day.
    Date,
    /// An address that a page may link to.
    Link,
    /// A figure: a decimal string, or a number read from its digits.
    Figure,
    /// The same, kept as printed with all its zeros.
    Printed,
    /// 0 to 100.
    Percent,
    /// The weight in means.
    Weight,
    /// True or false.
    Flag,
    /// One of some words.
    Word(&'static [&'static str]),
    /// A list of texts.
    Texts,
    /// A list of references to commitments.
    References,
    /// An object of texts under names of the document's own.
    Labels,
    Object(&'static Shape),
    Objects(&'static Shape),
}

const BODIES: (&str, Form) = ("bodies", Form::Texts);
const SECTOR: (&str, Form) = ("sector", Form::Text);
const LABELS: (&str, Form) = ("labels", Form::Labels);

pub(super) static PROGRAMME: Shape = Shape {
    required: &["format", "id", "title", "period", "projects"],
    fields: &[
        // Where editors find the schema of the document; of no effect here.
        ("$schema", Form::Text),
        ("format", Form::Format),
        ("lang", Form::Title),
        ("id", Form::Id),
        ("title", Form::Title),
        ("place", Form::Object(&PLACE)),
        ("level", Form::Text),
        BODIES,
        SECTOR,
        LABELS,
        ("period", Form::Object(&PERIOD)),
        ("adopted", Form::Object(&ADOPTED)),
        ("complete", Form::Flag),
        ("sample", Form::Flag),
        ("schedule", Form::Object(&SCHEDULE)),
        ("sources", Form::Objects(&SOURCE)),
        ("projects", Form::Objects(&PROJECT)),
    ],
};

static PLACE: Shape = Shape { required: &["name"], fields: &[("name", Form::Title), ("code", Form::Text)] };

static PERIOD: Shape = Shape { required: &["start", "end"], fields: &[("start", Form::Date), ("end", Form::Date)] };

static ADOPTED: Shape =
    Shape { required: &["date"], fields: &[("date", Form::Date), ("by", Form::Text), ("how", Form::Text)] };

static SCHEDULE: Shape = Shape {
    required: &[],
    fields: &[("basis", Form::Word(&["days", "months", "plan"])), ("tolerance", Form::Percent)],
};

static SOURCE: Shape = Shape {
    required: &["id", "title"],
    fields: &[
        ("id", Form::Id),
        ("title", Form::Title),
        ("publisher", Form::Text),
        ("date", Form::Date),
        ("url", Form::Link),
    ],
};

static PROJECT: Shape = Shape {
    required: &["id", "title", "commitments"],
    fields: &[
        ("id", Form::Id),
        ("title", Form::Title),
        BODIES,
        SECTOR,
        LABELS,
        ("commitments", Form::Objects(&COMMITMENT)),
    ],
};

static COMMITMENT: Shape = Shape {
    required: &["id", "title"],
    fields: &[
        ("id", Form::Id),
        ("title", Form::Title),
        ("text", Form::Text),
        ("source", Form::Text),
        ("target", Form::Object(&TARGET)),
        ("due", Form::Date),
        ("weight", Form::Weight),
        ("continues", Form::References),
        ("measurable", Form::Flag),
        ("counting", Form::Word(&["cumulative", "per_period", "level"])),
        ("plan", Form::Objects(&PLAN_POINT)),
        ("reports", Form::Objects(&REPORT)),
        ("changes", Form::Objects(&CHANGE)),
        BODIES,
        SECTOR,
        LABELS,
    ],
};

static TARGET: Shape = Shape {
    required: &[],
    fields: &[
        ("bound", Form::Word(&["at_least", "more_than", "at_most", "less_than", "about", "range", "all", "done"])),
        ("value", Form::Figure),
        ("high", Form::Figure),
        ("unit", Form::Text),
        ("counted", Form::Flag),
        ("tolerance", Form::Percent),
        ("per", Form::Text),
        ("baseline", Form::Object(&BASELINE)),
        ("as_printed", Form::Text),
        ("inferred_from", Form::Text),
        ("published_on", Form::Date),
    ],
};

static BASELINE: Shape = Shape { required: &["value"], fields: &[("value", Form::Figure), ("date", Form::Date)] };

static PLAN_POINT: Shape =
    Shape { required: &["date", "value"], fields: &[("date", Form::Date), ("value", Form::Figure)] };

static REPORT: Shape = Shape {
    required: &["date"],
    fields: &[
        ("date", Form::Date),
        ("from", Form::Date),
        ("value", Form::Figure),
        ("bound", Form::Word(&["exact", "at_least", "more_than", "at_most", "less_than", "about"])),
        ("tolerance", Form::Percent),
        ("low", Form::Figure),
        ("high", Form::Figure),
        ("as_printed", Form::Text),
        ("source", Form::Text),
        ("published_on", Form::Date),
        ("published_rate", Form::Printed),
        ("stage", Form::Word(&["not_started", "under_way", "done"])),
        ("accepted", Form::Flag),
        ("stock", Form::Flag),
        ("replaces", Form::Date),
        ("match_inferred", Form::Text),
        ("note", Form::Text),
    ],
};

static CHANGE: Shape = Shape {
    required: &["date", "kind"],
    fields: &[
        ("date", Form::Date),
        ("published_on", Form::Date),
        ("kind", Form::Word(&["target", "withdrawn"])),
        ("reason", Form::Text),
        ("old", Form::Object(&TARGET)),
    ],
};
