package io.creatoros.testkit;

/**
 * What a home may lack for a reason outside itself. All are on unless a contract's implementor says
 * otherwise; for each that is off, the contract tests what happens instead.
 */
public enum Capability {
  /** Names that differ only in case are different names. Off: the later write is one file. */
  KEEPS_CASE,
  /**
   * Names that differ only in Unicode form are different names. Off: the later write is one file.
   */
  KEEPS_UNICODE_FORM,
  /** Rows and bytes can be edited by hand. Off: recomputed hashes are the recorded ones. */
  EDITS_BY_HAND,
  /** Edits by hand are numbered and listed. Off: they leave no number. */
  NUMBERS_EDITS,
  /**
   * A mirror tells contents that no file has, or has any more, from missing ones. Off: they may be
   * told as missing, and uploading them again changes nothing.
   */
  TELLS_LOOSE_CONTENTS
}
