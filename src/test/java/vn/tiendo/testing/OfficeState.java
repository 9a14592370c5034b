package vn.tiendo.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that people and the engine wrote, apart from the organisation, the models and the audit: emptied for the next test, or
 * put back as it was. Rows are few; TRUNCATE would write new files for a hundred tables and indexes.
 */
class OfficeState {

    /** Does something for every table with what stands in it, then once more; triggers rest, so nothing of this is noted or refused. */
    private static final String EVERY_TABLE = """
            do $$
            declare
                name text;
                written text;
                statements text := '';
            begin
                set local session_replication_role = replica;
                for name, written in
                    with recursive office as (
                        select unnest(array['plan', 'remark', 'number_register', 'registered_document', 'series_symbol', 'stored_file',
                            'outgoing_mail', 'form_input', 'notice', 'deadline_change', 'substitution', 'handover', 'post']::regclass[]) as name
                        union
                        select c.conrelid from pg_constraint c join office on c.confrelid = office.name where c.contype = 'f')
                    select office.name::text, 'true' from office
                    union
                    select c.relname, case c.relname
                            when 'act_ru_job' then 'process_instance_id_ is not null'
                            when 'act_ru_event_subscr' then 'proc_inst_id_ is not null'
                            when 'act_ru_identitylink' then 'proc_def_id_ is null'
                            -- of one task or one case
                            when 'act_ru_authorization' then 'resource_type_ in (7, 8, 19, 20) and resource_id_ <> ''*'''
                            when 'act_ge_bytearray' then 'deployment_id_ is null'
                            else 'true' end
                        from pg_class c
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                            and (c.relname ~ '^act_(ru|hi)_' or c.relname = 'act_ge_bytearray')
                            and c.relname !~ '^act_ru_(filter|jobdef)$|_batch$|^act_hi_op_log$'
                loop
                    %s
                end loop;
                %s
            end $$""";

    /** The same statements each time: as a function they are planned once. */
    private static final String FUNCTION =
            EVERY_TABLE.formatted("statements := statements || format('%1$s; ', name, written);", """
            execute format('create function %2$s() returns void language plpgsql
                set session_replication_role = replica as %%L', 'begin ' || statements || 'end');""");

    private final JdbcClient database;
    private final PassedFlowNodes passed;
    private boolean known;

    OfficeState(JdbcClient database, PassedFlowNodes passed) {
        this.database = database;
        this.passed = passed;
    }

    void empty() {
        passed.note();
        if (!known) {
            make("empty_office", "delete from %s where %s");
            known = true;
        }
        call("empty_office");
    }

    void keep(String name) {
        database.sql("create schema kept_" + name).update();
        database.sql(EVERY_TABLE.formatted(
                        "execute format('create unlogged table kept_" + name
                                + ".%s as select * from %s where %s', name, name, written);",
                        ""))
                .update();
        make("bring_back_" + name, "insert into %1$s overriding system value select * from kept_" + name + ".%1$s");
    }

    void bringBack(String name) {
        empty();
        call("bring_back_" + name);
    }

    /** @param each of the tables, by its name and what stands in it */
    private void make(String function, String each) {
        database.sql(FUNCTION.formatted(each, function)).update();
    }

    private void call(String function) {
        database.sql("select " + function + "()").query().singleRow();
    }
}
