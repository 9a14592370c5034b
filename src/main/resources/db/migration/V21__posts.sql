-- What somebody was from when to when, both days inclusive; kept from the first change on. No first day: not known; no last day: still.
create table post (
    number    bigint generated always as identity primary key,
    official  text not null references official on delete cascade,
    unit      text not null references unit,
    position  text not null,
    title     text not null,
    first_day date,
    last_day  date,
    check (first_day <= last_day)
);
create index ix_post_official on post (official);
create index ix_post_unit on post (unit);
