-- The published tables. Meanings: README, "Query the data".
CREATE TABLE articles (
    article        VARCHAR PRIMARY KEY,  -- the file's stem
    collection     VARCHAR NOT NULL,     -- the folder it lies in
    path           VARCHAR NOT NULL,
    sha256         VARCHAR NOT NULL,
    url            VARCHAR,
    publisher      VARCHAR,
    title          VARCHAR,
    published      DATE,
    province       VARCHAR,              -- slug; NULL where it is not certain
    province_basis VARCHAR,              -- text, newspaper, leader, place
    text           VARCHAR NOT NULL,
    problem        VARCHAR               -- what is wrong with it, NULL where nothing is
);
CREATE TABLE observations (
    observation VARCHAR PRIMARY KEY,
    article     VARCHAR NOT NULL,
    province    VARCHAR,                 -- slug
    indicator   VARCHAR NOT NULL,
    kind        VARCHAR NOT NULL,        -- actual, target
    period      VARCHAR NOT NULL,        -- 2020, 2021-H1, 2021-9M, 2021-Q1, 2021-M05, 2016..2020
    year        INTEGER NOT NULL,        -- the period's (last) year
    low         DOUBLE,
    high        DOUBLE,
    unit        VARCHAR NOT NULL,
    out_of      DOUBLE,
    pct_of_plan DOUBLE,
    yoy         DOUBLE,
    estimated   BOOLEAN NOT NULL,
    quote       VARCHAR NOT NULL,
    sentence    VARCHAR NOT NULL,
    start_char  INTEGER NOT NULL,        -- offsets into articles.text
    end_char    INTEGER NOT NULL
);
CREATE INDEX observations_by_article ON observations (article);
CREATE TABLE numbers (
    article     VARCHAR NOT NULL,
    start_char  INTEGER NOT NULL,
    end_char    INTEGER NOT NULL,
    quote       VARCHAR NOT NULL,
    fate        VARCHAR NOT NULL,        -- observation, or the reason why not
    observation VARCHAR
);
CREATE TABLE scorecard (
    province           VARCHAR NOT NULL,
    indicator          VARCHAR NOT NULL,
    year               INTEGER NOT NULL,
    unit               VARCHAR NOT NULL,
    actual             DOUBLE,
    actual_low         DOUBLE,           -- bounds as stated: "hơn 38.700" has no high
    actual_high        DOUBLE,
    actual_period      VARCHAR,
    actual_observation VARCHAR,
    actual_told        DATE,             -- when its article appeared
    out_of             DOUBLE,           -- the total that the actual is a part of
    estimated          BOOLEAN NOT NULL, -- whether the actual is said to be an estimate
    target_low         DOUBLE,
    target_high        DOUBLE,
    target_period      VARCHAR,          -- the year, the actual's part of it, or a span that ends with it
    target_observation VARCHAR,
    target_told        DATE,
    target_unit        VARCHAR,
    target_basis       VARCHAR,          -- stated, implied, term
    target_implied     DOUBLE,           -- what the percentage of plan implies, also beside a stated target
    implied_observation VARCHAR,         -- the observation whose percentage of plan implies it
    target_confirmed   BOOLEAN,          -- whether target and target_implied agree up to rounding
    gap                DOUBLE,           -- in unit (points for percentages)
    attainment         DOUBLE,           -- a fraction: 1.0 meets the target
    pace               DOUBLE,           -- share of plan / share of the year elapsed, for part-year flows
    status             VARCHAR NOT NULL,
    differing          INTEGER NOT NULL, -- how many other values articles give for the same cell
    rule_version       VARCHAR NOT NULL
);
CREATE TABLE indicators (
    indicator     VARCHAR PRIMARY KEY,
    theme         VARCHAR NOT NULL,
    unit          VARCHAR NOT NULL,
    measure       VARCHAR NOT NULL,      -- flow, stock, rate
    direction     VARCHAR NOT NULL,      -- up, down, neutral
    name_vi       VARCHAR NOT NULL,
    name_en       VARCHAR NOT NULL,
    definition_vi VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    position      INTEGER NOT NULL       -- order in the catalogue
);
CREATE TABLE regions (
    region   VARCHAR PRIMARY KEY,        -- slug
    name     VARCHAR NOT NULL,
    name_en  VARCHAR NOT NULL,
    position INTEGER NOT NULL
);
CREATE TABLE provinces (
    province   VARCHAR PRIMARY KEY,      -- slug
    name       VARCHAR NOT NULL,
    name_en    VARCHAR NOT NULL,
    kind       VARCHAR NOT NULL,         -- tỉnh, thành phố
    region     VARCHAR NOT NULL,
    code       VARCHAR NOT NULL,
    code34     VARCHAR,
    valid_from VARCHAR,
    valid_to   VARCHAR,
    successor  VARCHAR NOT NULL,         -- the province it belongs to since 1 July 2025
    grid63_row INTEGER,
    grid63_col INTEGER,
    grid34_row INTEGER,
    grid34_col INTEGER
);
CREATE TABLE build (
    built_at         TIMESTAMP NOT NULL, -- UTC
    version          VARCHAR NOT NULL,   -- of the etl
    schema_version   INTEGER NOT NULL,
    rule_version     VARCHAR NOT NULL,
    sources          VARCHAR NOT NULL,   -- the folders read
    articles         INTEGER NOT NULL,
    articles_failed  INTEGER NOT NULL,   -- of which nothing could be read
    articles_unplaced INTEGER NOT NULL,  -- read, but of no certain province
    observations     INTEGER NOT NULL,
    provinces        INTEGER NOT NULL,
    labelled_facts   INTEGER,            -- how many labelled facts accuracy was measured on
    precision        DOUBLE,
    recall           DOUBLE,
    f1               DOUBLE
);
CREATE TABLE accuracy (                  -- by indicator, on the labelled articles
    indicator VARCHAR PRIMARY KEY,
    labelled  INTEGER NOT NULL,          -- facts labelled by hand
    correct   INTEGER NOT NULL,          -- of them, those read
    wrong     INTEGER NOT NULL           -- read, and not among them
);
