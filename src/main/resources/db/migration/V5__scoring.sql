-- Criteria differ by province and year, so each scheme is data and stays as it was when a unit was scored by it -----------
create table scoring_scheme (
    code             text primary key,
    year             int not null,
    name             text not null,
    source           text not null,
    adjustment_limit numeric not null default 3 check (adjustment_limit >= 0),
    valid            boolean not null default true
);

create table criterion (
    scheme     text not null references scoring_scheme,
    number     int not null check (number > 0),
    group_name text not null,
    text       text not null,
    points     numeric not null check (points > 0),
    evidence   boolean not null default false,
    knock_out  boolean not null default false,
    primary key (scheme, number)
);

create table assessment (
    id           text primary key,
    plan         text not null references plan,
    unit         text not null references unit,
    scheme       text not null references scoring_scheme,
    last_day     date not null,
    state        text not null check (state in ('ASKED', 'RETURNED', 'VERIFYING', 'CONFIRMING', 'CONFIRMED', 'SENT')),
    scored_by    text references official,
    scored_at    timestamptz,
    verified_by  text references official,
    verified_at  timestamptz,
    bonus        numeric not null default 0 check (bonus >= 0),
    penalty      numeric not null default 0 check (penalty >= 0),
    adjustment   text,
    disciplined  boolean not null default false,
    rating       text check (rating in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    confirmed_by text references official,
    confirmed_at timestamptz,
    unique (plan, unit),
    unique (id, scheme)
);
create index ix_assessment_unit on assessment (unit);

create table assessment_score (
    assessment     text not null,
    scheme         text not null,
    criterion      int not null,
    self_score     numeric check (self_score >= 0),
    evidence       text,
    verified_score numeric check (verified_score >= 0),
    remark         text,
    primary key (assessment, criterion),
    foreign key (assessment, scheme) references assessment (id, scheme),
    foreign key (scheme, criterion) references criterion (scheme, number)
);

create table assessment_file (
    assessment text not null,
    criterion  int not null,
    file       uuid not null references stored_file,
    primary key (assessment, criterion, file),
    foreign key (assessment, criterion) references assessment_score (assessment, criterion)
);
