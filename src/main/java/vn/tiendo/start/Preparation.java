package vn.tiendo.start;

import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiendo.directory.Directory;
import vn.tiendo.modeling.BundledModels;
import vn.tiendo.security.Identities;
import vn.tiendo.security.Permissions;
import vn.tiendo.signing.Keys;
import vn.tiendo.signing.SampleKeys;

/** What must be there before the first request: people, permissions, models, keys. Doing it again changes nothing. */
@Configuration(proxyBeanMethods = false)
class Preparation {

    @Bean
    SmartInitializingSingleton prepared(
            Organisation organisation, Permissions permissions, BundledModels models, Keys keys) {
        return () -> {
            organisation.prepare();
            permissions.ensure();
            models.deploy();
            keys.open();
        };
    }

    interface Organisation {
        void prepare();
    }

    @Bean
    @Profile("!production")
    Organisation sampleOrganisation(
            JdbcClient database,
            DataSource source,
            Identities identities,
            Directory directory,
            SampleKeys keys,
            TransactionTemplate transaction,
            @Value("${tien-do.sample-password}") String password) {
        return () -> {
            var empty = database.sql("select not exists (select from unit)")
                    .query(Boolean.class)
                    .single();
            if (empty) {
                var sample = new ResourceDatabasePopulator(new ClassPathResource("sample/organisation.sql"));
                sample.setSqlScriptEncoding("UTF-8");
                transaction.executeWithoutResult(status -> sample.execute(source));
            }
            identities.follow(password);
            keys.ensure(directory.officials(), directory.committee());
        };
    }

    @Bean
    @Profile("production")
    Organisation officeOrganisation(
            FirstAdministrator first,
            Identities identities,
            @Value("${tien-do.mail-from}") String address,
            @Value("${TIENDO_ADMIN_LOGIN}") String login,
            @Value("${TIENDO_ADMIN_PASSWORD}") String password) {
        return () -> {
            first.ensure(login, address);
            // before the accounts follow: his must begin with the password of the environment
            identities.ensureAdministrator(login, password);
            identities.follow("");
        };
    }
}
