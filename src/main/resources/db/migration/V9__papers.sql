-- Word templates the office put in place of the bundled ones
create table paper_template (
    kind    text primary key check (kind in ('PLAN', 'REPORT', 'PROPOSAL', 'SLIP', 'LETTER', 'NOTICE')),
    name    text not null,
    content bytea not null,
    put_by  text not null references official,
    put_at  timestamptz not null
);

-- A number that was given is never given again: a wrong one is voided with its reason, and its line stays
alter table registered_document
    add voided_by text references official,
    add voided_at timestamptz,
    add void_reason text,
    add check ((voided_by is null) = (voided_at is null) and (voided_by is null) = (void_reason is null));

create function refuse_gap() returns trigger language plpgsql as $$
begin
    raise exception 'A line of the register stays';
end $$;
create trigger registered_document_stays before delete on registered_document for each row execute function refuse_gap();
create trigger registered_document_keeps_number before update of issuer, series, year, sequence, code on registered_document
    for each row execute function refuse_gap();

-- Each draft that was handed in, as its paragraphs read
create table draft_version (
    plan       text not null references plan,
    number     int not null,
    at         timestamptz not null,
    author     text not null references official,
    paragraphs text[] not null,
    primary key (plan, number)
);
