package vn.tiendo.authority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.DecisionTables;

/** Asks the newest table of signing authority, as the step {@code determineSigner} does. */
@Component
public class SigningAuthority {

    static final String TABLE = "signingAuthority";

    /** Answers the models go on with; every other one refuses. */
    private static final List<String> SIGNS = List.of("chair", "viceChair");

    private final DecisionTables tables;
    private final Directory directory;

    SigningAuthority(DecisionTables tables, Directory directory) {
        this.tables = tables;
        this.directory = directory;
    }

    /** Whether this person may today, himself or for somebody who authorised him, sign what the unit proposed. */
    public boolean isCompetent(Kind kind, Official me, String unit) {
        return Stream.concat(Stream.of(me), me.signsFor().stream()).anyMatch(one -> maySign(kind, one, unit));
    }

    /** Who signs: the one who is meant, else who is in charge of the field, else the Chủ tịch. */
    public Optional<Official> signer(Kind kind, Official meant, String unit) {
        return Stream.of(
                        Stream.of(meant),
                        directory.viceChairsOver(unit).stream(),
                        directory.in(Position.CHAIR).stream())
                .flatMap(people -> people)
                .filter(one -> maySign(kind, one, unit))
                .findFirst();
    }

    private boolean maySign(Kind kind, Official person, String unit) {
        return approver(kind, directory.positionOf(person.login()), directory.answersFor(person.login(), unit))
                .filter(SIGNS::contains)
                .isPresent();
    }

    Extent extent(Kind kind, Position position) {
        return Extent.of(
                approver(kind, position.name(), true).filter(SIGNS::contains).isPresent(),
                approver(kind, position.name(), false).filter(SIGNS::contains).isPresent());
    }

    Optional<String> approver(Kind kind, String position, boolean inField) {
        return tables.answer(TABLE, Map.of("documentType", kind.name(), "position", position, "inField", inField))
                .map(String::valueOf);
    }
}
