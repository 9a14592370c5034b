-- A part of an assignment: one official's of the unit, or (without a person) what another unit is asked for -------------------
create table work_share (
    id            text primary key,
    assignment    text not null references assignment,
    unit          text not null references unit,
    person        text references official,
    work          text not null,
    last_day      date not null,
    state         text not null check (state in ('GIVEN', 'HANDED_IN', 'DECLINED', 'ENDED')),
    given_by      text not null references official,
    given_at      timestamptz not null,
    answer        text,
    answered_by   text references official,
    answered_at   timestamptz,
    climbed_until timestamptz not null
);
create index ix_work_share_assignment on work_share (assignment);
create index ix_work_share_unit on work_share (unit);

create table work_share_file (
    share text not null references work_share,
    file  uuid not null references stored_file,
    primary key (share, file)
);
create index ix_work_share_file_file on work_share_file (file);
