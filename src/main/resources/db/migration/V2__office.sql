-- Timers are acquired by due date; the engine brings no index for that (one acquisition among 200,000 timers: 339 ms without).
create index ix_job_duedate on act_ru_job (duedate_);

-- The engine does not keep business keys apart.
create unique index ux_business_key on act_ru_execution (business_key_) where business_key_ is not null and parent_id_ is null;

-- Who there is ------------------------------------------------------------------------------------------------------
create table unit (
    code   text primary key,
    name   text not null,
    kind   text not null check (kind in ('COMMITTEE', 'OFFICE', 'DEPARTMENT', 'HAMLET', 'PARTY', 'COUNCIL', 'FRONT', 'ORGANISATION', 'SUPERIOR')),
    parent text references unit,
    email  text,
    field  text
);

create table official (
    login           text primary key,
    name            text not null,
    unit            text not null references unit,
    position        text not null check (position in ('CHAIR', 'VICE_CHAIR', 'OFFICE_HEAD', 'OFFICE_STAFF', 'CLERK', 'UNIT_HEAD', 'STAFF', 'ADMINISTRATOR')),
    title           text not null,
    email           text not null,
    field           text,
    signature_block text
);
create index ix_official_unit on official (unit);

-- Days -------------------------------------------------------------------------------------------------------------
create table calendar_day (
    day    date primary key,
    kind   text not null check (kind in ('HOLIDAY', 'COMPENSATORY', 'SWAPPED_OFF', 'SWAPPED_WORKING')),
    name   text not null,
    source text not null
);

create table sample_clock (
    only_row          boolean primary key default true check (only_row),
    offset_millis     bigint not null
);

-- Files and mails ----------------------------------------------------------------------------------------------------
create table stored_file (
    id          uuid primary key,
    name        text not null,
    type        text not null,
    size        bigint not null,
    sha256      text not null,
    content     bytea not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    plan        text
);
create index ix_stored_file_plan on stored_file (plan);

create table outgoing_mail (
    id              uuid primary key,
    dedup_key       text not null unique,
    plan            text,
    recipient_name  text not null,
    address         text not null,
    subject         text not null,
    body_text       text not null,
    body_html       text not null,
    attachment      uuid references stored_file,
    state           text not null check (state in ('WAITING', 'SENT', 'FAILED')),
    sent_by_outbox  boolean not null,
    attempts        int not null default 0,
    next_attempt_at timestamptz not null,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    last_error      text
);
create index ix_outgoing_mail_waiting on outgoing_mail (next_attempt_at) where state = 'WAITING' and sent_by_outbox;
create index ix_outgoing_mail_plan on outgoing_mail (plan);

-- What a person types in a user task, from the first letter until a record step has taken it ----------------------------
create table form_input (
    business_key text not null,
    step         text not null,
    author       text not null,
    content      jsonb not null,
    saved_at     timestamptz not null,
    primary key (business_key, step, author)
);

-- The plan -----------------------------------------------------------------------------------------------------------
create sequence plan_code;

create table plan (
    id               text primary key,
    status           text not null check (status in ('DRAFTING', 'REVIEWING', 'CHECKING', 'APPROVING', 'APPROVED', 'NUMBERED', 'ISSUED', 'CLOSED', 'ARCHIVED')),
    proposal_number  text not null,
    proposal_date    date not null,
    proposal_unit    text not null references unit,
    proposal_summary text not null,
    proposed_by      text not null references official,
    proposed_at      timestamptz not null,
    drafter          text not null references official,
    subject          text not null,
    year             int not null,
    content          text not null,
    signer           text references official,
    signature_block  text,
    approved_by      text references official,
    approved_at      timestamptz,
    code             text,
    issued_on        date,
    document         uuid references stored_file,
    seal             text,
    sealed_at        timestamptz,
    manifest         text
);

create table plan_basis (
    plan     text not null references plan,
    position int not null,
    text     text not null,
    primary key (plan, position)
);

create table plan_assignment (
    plan         text not null references plan,
    position     int not null,
    text         text not null,
    lead         text references unit,
    coordinators text,
    due          date,
    time_text    text,
    primary key (plan, position)
);

create table plan_recipient (
    plan     text not null references plan,
    position int not null,
    text     text not null,
    role     text not null check (role in ('TO_REPORT', 'TO_COORDINATE', 'TO_EXECUTE', 'PUBLISH', 'ARCHIVE', 'UNSPECIFIED')),
    unit     text references unit,
    address  text,
    primary key (plan, position)
);

create table reporting_duty (
    plan      text not null references plan,
    position  int not null,
    name      text not null,
    period    text not null,
    operator  text not null,
    date      date,
    reporters text[] not null,
    recipient text references unit,
    via       text references unit,
    primary key (plan, position)
);

create table plan_event (
    plan   text not null references plan,
    number bigint generated always as identity primary key,
    at     timestamptz not null,
    actor  text not null,
    action text not null,
    detail text
);
create index ix_plan_event_plan on plan_event (plan, number);

create table remark (
    subject text not null,
    number  bigint generated always as identity primary key,
    at      timestamptz not null,
    author  text not null references official,
    step    text not null,
    verdict text not null,
    text    text not null
);
create index ix_remark_subject on remark (subject, number);

-- Numbers: one locked row per issuer, series and year, so no gap and no double, also across a rollback --------------------
create table number_register (
    issuer        text not null references unit,
    series        text not null,
    year          int not null,
    last_sequence int not null,
    primary key (issuer, series, year)
);

create table registered_document (
    issuer    text not null,
    series    text not null,
    year      int not null,
    sequence  int not null,
    plan      text not null unique references plan,
    code      text not null,
    issued_on date not null,
    subject   text not null,
    signer    text not null,
    primary key (issuer, series, year, sequence),
    foreign key (issuer, series, year) references number_register
);

-- Everyone receives it ---------------------------------------------------------------------------------------------------
create table delivery (
    id         text primary key,
    plan       text not null references plan,
    subject    text not null,
    recipient  text not null,
    address    text,
    document   uuid not null references stored_file,
    state      text not null check (state in ('WAITING', 'SENT', 'UNDELIVERABLE', 'HANDED')),
    attempts   int not null default 0,
    last_error text,
    settled_at timestamptz,
    note       text
);
create index ix_delivery_plan on delivery (plan);

-- Reports ----------------------------------------------------------------------------------------------------------------
create table report_round (
    id            text primary key,
    plan          text not null references plan,
    duty          int not null,
    name          text not null,
    opens_on      date not null,
    last_day      date not null,
    state         text not null check (state in ('PLANNED', 'OPEN', 'GATHERED', 'CONSOLIDATED', 'APPROVED', 'SENT', 'CLOSED')),
    recipient     text references unit,
    via           text references unit,
    content       text,
    edited_by     text references official,
    approved_by   text references official,
    approved_at   timestamptz,
    document      uuid references stored_file,
    foreign key (plan, duty) references reporting_duty (plan, position)
);
create index ix_report_round_plan on report_round (plan);

create table report (
    id           text primary key,
    round        text not null references report_round,
    unit         text not null references unit,
    asked_on     date not null,
    last_day     date not null,
    state        text not null check (state in ('ASKED', 'HANDED_IN', 'RETURNED', 'ACCEPTED', 'MISSING')),
    nil          boolean not null default false,
    content      text,
    difficulties text,
    proposals    text,
    explanation  text,
    handed_in_by text references official,
    handed_in_at timestamptz,
    unique (round, unit)
);

create table report_file (
    report text not null references report,
    file   uuid not null references stored_file,
    primary key (report, file)
);

create table plan_file (
    plan    text not null references plan,
    file    uuid not null references stored_file,
    purpose text not null check (purpose in ('PROPOSAL', 'DRAFT')),
    primary key (plan, file, purpose)
);
