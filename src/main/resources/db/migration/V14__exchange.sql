-- Reports of mails that came back, each taken once
create table bounce (
    report  text primary key,
    mail    uuid not null references outgoing_mail,
    words   text not null,
    read_at timestamptz not null
);
create index ix_bounce_mail on bounce (mail);

-- A mail may come back after its server took it
alter table delivery drop constraint delivery_state_check;
alter table delivery
    add check (state in ('WAITING', 'SENT', 'DELIVERED', 'REFUSED', 'BOUNCED', 'RECEIVED', 'READ', 'RECALLED'));

-- How other agencies' systems know a unit, and the last thing they said of a copy, as the standard's code
alter table unit add organisation_id text check (organisation_id ~ '^[0-9]{3}[.][0-9]{2}[.][0-9]{2}[.][A-Z][0-9]{2}$');
alter table delivery drop constraint delivery_channel_check;
alter table delivery
    add check (channel in ('MAIL', 'EDXML', 'PAPER', 'PORTAL')),
    add exchange_state text;
