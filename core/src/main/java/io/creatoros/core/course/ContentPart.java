package io.creatoros.core.course;

/**
 * A piece of a content on its way into a mirror. The array is not copied; nobody changes it after
 * handing it over.
 *
 * @param hash the hash of the whole content
 * @param part the number of the piece, from 0; all but the last hold {@link Content#PART_SIZE}
 *     bytes
 * @param bytes the piece
 */
@SuppressWarnings("ArrayRecordComponent")
public record ContentPart(Sha256 hash, int part, byte[] bytes) {}
