-- A proposed day is shown to the administrator and does not count until it is confirmed.
alter table calendar_day add column proposed boolean not null default false;

-- How an issuer reads "trước ngày 10/5": STRICT ends with 9/5, INCLUSIVE with 10/5.
alter table unit add column before_reading text not null default 'STRICT' check (before_reading in ('STRICT', 'INCLUSIVE'));

-- What moved and why: a task's due date, a timer, a unit's deadline.
create table deadline_change (
    number  bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text not null,
    subject text not null,
    what    text not null,
    old_due timestamptz,
    new_due timestamptz,
    cause   text not null check (cause in ('CALENDAR', 'EXTENSION', 'RETURN', 'CHANGE')),
    reason  text
);
create index ix_deadline_change_subject on deadline_change (subject, number);
