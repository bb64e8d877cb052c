package io.creatoros.core.members;

/**
 * A member of a project.
 *
 * @param member who
 * @param role what the member may do
 */
public record Membership(Member member, MemberRole role) {}
