-- What a person is to be told: alone at once, or with the other things of the day in one letter -----------------------------
create table notice (
    key            text primary key,
    plan           text,
    reader         text not null,
    recipient_name text not null,
    address        text not null,
    subject        text not null,
    body           text[] not null,
    path           text,
    why            text not null,
    ready_at       timestamptz not null
);
create index ix_notice_ready on notice (ready_at);

-- A round that somebody asked for names its units itself
alter table report_round add units text[];

-- The plan of a report, so that no step has to look for its round first
alter table report add plan text references plan, add due_time time;
update report set plan = (select plan from report_round where id = report.round);
alter table report alter column plan set not null;

-- What a leader is asked to decide about a report's deadline --------------------------------------------------------------
create table deadline_decision (
    id         text primary key,
    report     text not null references report,
    matter     text not null check (matter in ('EXTENSION', 'OVERDUE')),
    asked_by   text references official,
    asked_at   timestamptz not null,
    wanted     date,
    reason     text,
    answer     text check (answer in ('GRANTED', 'REFUSED', 'REMINDED', 'EXPLAIN', 'LAPSED')),
    new_day    date,
    remark     text,
    decided_by text references official,
    decided_at timestamptz,
    code       text,
    document   uuid references stored_file
);
create unique index ux_deadline_decision_open on deadline_decision (report, matter) where answer is null;

update report set climbed_until = now() where climbed_until is null;
alter table report alter column climbed_until set not null;
update report_round set climbed_until = now() where climbed_until is null;
alter table report_round alter column climbed_until set not null;

-- The register holds every series: plans by their own code, consolidations by their round's, letters by their decision's
alter table registered_document add source text unique;
update registered_document set source = plan;
alter table registered_document alter column source set not null, drop column plan;
