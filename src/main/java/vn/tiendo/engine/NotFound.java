package vn.tiendo.engine;

/** There is no such thing, or this person must not learn that there is. */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
