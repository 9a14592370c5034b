package vn.tiendo.start;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The default database: a real PostgreSQL with durable settings whose data outlive restarts and crashes. */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(@Value("${tien-do.data}") Path data) throws IOException {
        return DataFolder.claim(data.resolve("postgres"));
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DataFolder folder) throws IOException {
        // The library starts servers for tests; these three make it one that may be killed at any moment.
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.path())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "localhost")
                .start();
    }

    @Bean
    HikariDataSource dataSource(EmbeddedPostgres server, @Value("${tien-do.connections}") int connections) {
        var source = new HikariDataSource();
        source.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        source.setUsername("postgres");
        source.setMaximumPoolSize(connections);
        source.addDataSourceProperty("ApplicationName", "tien-do");
        return source;
    }
}
