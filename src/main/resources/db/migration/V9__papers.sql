-- Word templates the office put in place of the bundled ones
create table paper_template (
    kind    text primary key check (kind in ('PLAN', 'REPORT', 'PROPOSAL', 'SLIP', 'LETTER', 'NOTICE')),
    name    text not null,
    content bytea not null,
    put_by  text not null references official,
    put_at  timestamptz not null
);
