package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** Tables that grow with every plan are not read from end to end to find what belongs to one. */
@ProcessTest
class IndexTest {

    @Autowired
    Journey journey;

    @Test
    void whatBelongsToAPlanARoundOrAReportIsFoundByAnIndex() {
        assertThat(journey.database().sql("""
                        select c.conrelid::regclass || '.' || a.attname from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and (c.confrelid in ('plan'::regclass, 'report_round'::regclass, 'report'::regclass,
                                'assessment'::regclass) or a.attname = 'answerable')
                            and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = a.attnum
                                and i.indpred is null)""").query(String.class).list()).isEmpty();
    }
}
