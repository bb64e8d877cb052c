package io.creatoros.testkit;

/** Facts and typed rows: written with the bytes or not at all, and read back as they are now. */
public interface MirrorProjectionContract
    extends MirrorRowsContract,
        MirrorFactsContract,
        MirrorRowsAtomicityContract,
        MirrorKeptRowsContract,
        MirrorRefusedRowsContract,
        MirrorEditedRowsContract {}
