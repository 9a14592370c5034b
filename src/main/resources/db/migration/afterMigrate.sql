-- Every table is audited but those named here, new ones too:
-- the engine's work and history (ours tell what people did), letters (records themselves), what is being typed.
do $$
declare
    followed record;
begin
    for followed in
        select t.oid::regclass as name,
            (select string_agg(a.attname, ',' order by a.attnum) from pg_index i
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                where i.indrelid = t.oid and i.indisprimary) as key,
            exists (select from pg_attribute a where a.attrelid = t.oid and a.atttypid = 'bytea'::regtype
                and a.attname = 'content') as keeps_files
        from pg_class t
        where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
            and (t.relname !~ '^act_' or t.relname in
                ('act_id_user', 'act_id_group', 'act_id_membership', 'act_ru_authorization', 'act_re_deployment'))
            and t.relname not in ('flyway_schema_history', 'audit_entry', 'outgoing_mail', 'notice', 'form_input')
            and not exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'audited')
    loop
        execute format('create trigger audited after insert or update or delete on %s for each row execute function audit_note(%L%s)',
            followed.name, followed.key, case when followed.keeps_files then ', ''content''' else '' end);
    end loop;
end $$;
