-- A task of a plan: what it is, and who takes part. Leads and partners may be groups; "coordinators" stays the paper's words -----
alter table plan_assignment drop constraint plan_assignment_lead_fkey;
alter table plan_assignment
    add kind text not null default 'ORDER' check (kind in ('ORDER', 'REQUEST', 'TARGET', 'ONGOING')),
    add co_leads text[] not null default '{}',
    add partners text[] not null default '{}';

-- What a unit is to do of an issued plan: one for each task and unit that leads it ------------------------------------------
create table assignment (
    id                 text primary key,
    plan               text not null,
    task               int not null,
    unit               text not null references unit,
    answerable         text not null references unit,
    given_on           date not null,
    last_day           date,
    state              text not null check (state in ('ONGOING', 'GIVEN', 'OBJECTED', 'ACCEPTED', 'HANDED_IN', 'RETURNED', 'DONE', 'WITHDRAWN', 'UNFINISHED')),
    work_plan          text,
    percent            int not null default 0 check (percent between 0 and 100),
    progress           text,
    difficulties       text,
    result             text,
    explanation        text,
    handed_in_by       text references official,
    handed_in_at       timestamptz,
    first_handed_in_at timestamptz,
    climbed_until      timestamptz not null,
    foreign key (plan, task) references plan_assignment (plan, position),
    unique (plan, task, unit)
);
create index ix_assignment_answerable on assignment (answerable);

-- Who else leads a task or coordinates it, resolved when the plan is issued
create table assignment_partner (
    plan text not null,
    task int not null,
    unit text not null references unit,
    role text not null check (role in ('CO_LEAD', 'COORDINATOR')),
    primary key (plan, task, unit),
    foreign key (plan, task) references plan_assignment (plan, position)
);
create index ix_assignment_partner_unit on assignment_partner (unit);

create table assignment_progress (
    assignment   text not null references assignment,
    number       bigint generated always as identity,
    at           timestamptz not null,
    author       text not null references official,
    percent      int not null,
    progress     text not null,
    difficulties text,
    primary key (assignment, number)
);

create table assignment_file (
    assignment text not null references assignment,
    file       uuid not null references stored_file,
    primary key (assignment, file)
);
create index ix_assignment_file_file on assignment_file (file);

-- A leader is asked about whatever is owed: a report or an assignment, by its code --------------------------------------------
alter table deadline_decision drop constraint deadline_decision_report_fkey;
alter table deadline_decision rename column report to debt;
alter index ix_deadline_decision_report rename to ix_deadline_decision_debt;

-- Secret addresses of calendars, one for each person: kept as SHA-256, shown once ---------------------------------------------
create table feed_address (
    official   text primary key references official,
    token_hash text not null unique,
    made_at    timestamptz not null
);
