-- Who changed what, row by row, with the values before and after. Rows are added and never changed; sealing chains each to the one before.

create table audit_entry (
    number  bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    actor   text not null,
    subject text not null,
    key     jsonb not null,
    action  text not null check (action in ('INSERT', 'UPDATE', 'DELETE')),
    before  jsonb,
    after   jsonb,
    link    bigint unique,
    hash    bytea,
    check ((link is null) = (hash is null))
);

create index on audit_entry (number) where link is null;
create index on audit_entry (subject, number);
create index on audit_entry (actor, number);

-- The application names the person in each transaction it begins for one; by hand it is the database user.
create function audit_actor() returns text language sql stable as $$
    select coalesce(nullif(current_setting('tiendo.actor', true), ''),
        case current_setting('application_name') when 'tien-do' then 'system' else 'sql:' || session_user end)
$$;

-- Changed columns only, and of secrets only that they changed.
create function audit_difference(these jsonb, those jsonb) returns jsonb language sql immutable as $$
    select jsonb_object_agg(key, case when key in ('pwd_', 'salt_', 'token_hash') then '"•••"' else value end)
    from jsonb_each(these) where value is distinct from coalesce(those -> key, 'null')
$$;

-- Arguments: columns of the primary key; 'content' if the table keeps files, of which the digest is noted.
create function audit_note() returns trigger language plpgsql as $$
declare
    was jsonb := '{}';
    becomes jsonb := '{}';
    key_values jsonb;
begin
    if tg_op <> 'INSERT' then
        if tg_nargs > 1 then
            old.content := sha256(old.content);
        end if;
        was := to_jsonb(old);
    end if;
    if tg_op <> 'DELETE' then
        if tg_nargs > 1 then
            new.content := sha256(new.content);
        end if;
        becomes := to_jsonb(new);
    end if;
    if was <> becomes then
        select jsonb_object_agg(name, coalesce(becomes -> name, was -> name)) into key_values
            from unnest(string_to_array(tg_argv[0], ',')) name;
        insert into audit_entry (actor, subject, key, action, before, after)
            values (audit_actor(), tg_table_name, key_values, tg_op, audit_difference(was, becomes), audit_difference(becomes, was));
    end if;
    return null;
end $$;

create function audit_hash(previous bytea, entry audit_entry) returns bytea language sql immutable as $$
    select sha256(coalesce(previous, '') || convert_to(jsonb_build_array(entry.link, entry.number, extract(epoch from entry.at),
        entry.actor, entry.subject, entry.key, entry.action, entry.before, entry.after)::text, 'UTF8'))
$$;

-- At most 10,000 at a time; returns how many. Rows of transactions that ended later get later links, whatever their numbers.
create function audit_seal() returns int language plpgsql as $$
declare
    sealed int := 0;
    entry audit_entry;
    last_link bigint;
    last_hash bytea;
begin
    perform pg_advisory_xact_lock(hashtext('audit_seal'));
    select link, hash into last_link, last_hash from audit_entry where link is not null order by link desc limit 1;
    for entry in select * from audit_entry where link is null order by number limit 10000 loop
        last_link := coalesce(last_link, 0) + 1;
        entry.link := last_link;
        last_hash := audit_hash(last_hash, entry);
        update audit_entry set link = last_link, hash = last_hash where number = entry.number;
        sealed := sealed + 1;
    end loop;
    return sealed;
end $$;

-- The first link that is not what was sealed, or that follows on one that is missing.
create function audit_first_fault() returns bigint language sql stable as $$
    select (entry).link from (
        select entry, lag((entry).link) over (order by (entry).link) as previous_link,
            lag((entry).hash) over (order by (entry).link) as previous
        from audit_entry entry where (entry).link is not null) chained
    where (entry).link <> coalesce(previous_link, 0) + 1 or (entry).hash <> audit_hash(previous, entry)
    order by (entry).link limit 1
$$;

create function audit_refuse() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.link is null and to_jsonb(old) - '{link,hash}'::text[] = to_jsonb(new) - '{link,hash}'::text[] then
        return new;
    end if;
    raise exception 'rows of audit_entry stay as they are';
end $$;

create trigger stays before update or delete on audit_entry for each row execute function audit_refuse();

create function audit_refuse_all() returns trigger language plpgsql as $$
begin
    raise exception 'rows of audit_entry stay as they are';
end $$;

create trigger stays_whole before truncate on audit_entry for each statement execute function audit_refuse_all();
