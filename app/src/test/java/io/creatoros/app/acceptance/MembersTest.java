package io.creatoros.app.acceptance;

class MembersTest extends MembersContract {}
