-- While somebody is away another person does his work; signing for him needs a written authorisation of its own.
create table substitution (
    id            uuid primary key,
    absent        text not null references official,
    substitute    text not null references official,
    first_day     date not null,
    last_day      date not null,
    signing       boolean not null,
    document      text,
    document_date date,
    made_by       text not null references official,
    made_at       timestamptz not null,
    begun_at      timestamptz,
    ended_at      timestamptz,
    check (absent <> substitute),
    check (last_day >= first_day),
    check (signing = (document is not null) and signing = (document_date is not null))
);
create index ix_substitution_open on substitution (absent, last_day) where ended_at is null;

-- Tasks a substitute was given to, to be taken back at the end.
create table substitution_task (
    substitution uuid not null references substitution,
    task         text not null,
    primary key (substitution, task)
);

-- Whoever leaves a post hands over his open work; who follows a leader also approves what that leader still had to.
create table handover (
    id       uuid primary key,
    giver    text not null references official,
    taker    text not null references official,
    reason   text not null,
    leader   boolean not null,
    made_by  text not null references official,
    made_at  timestamptz not null,
    check (giver <> taker)
);

alter table plan_event add column on_behalf_of text references official;
alter table remark add column on_behalf_of text references official;
