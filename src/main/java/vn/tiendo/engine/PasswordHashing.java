package vn.tiendo.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id instead of the engine's one round of SHA-512; passwords hashed before still open the account. */
class PasswordHashing implements PasswordEncryptor {

    private final Argon2PasswordEncoder hash;

    /** @param memory that one hash takes, in KiB */
    PasswordHashing(int memory) {
        hash = new Argon2PasswordEncoder(16, 32, 1, memory, 2);
    }

    @Override
    public String encrypt(String password) {
        return hash.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return hash.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "argon2id";
    }
}
