package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseBoundariesTest {

  private static final CourseBoundaries.HeldBelow NONE = (course, folder) -> false;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COURSE-BRIEF.md",
        "COURSE-BRIEF-SUPABASE-COMPLETO.md",
        "course-brief-trilha-1.md",
        "aula_47_COURSE_BRIEF.md",
        "curriculum.yaml",
        "curriculum-microlearning.yml",
        "course-outline.md",
        "EMENTA.md",
        "ementa-completa.md",
        "lessons/1.1-first.md",
        "lessons/07.5-padded.md",
        "lessons/1.1-Title With 100%.md",
        "lessons/modulo-1/aula-1.1-first.md",
        "lessons/BONUS-extra.md",
        "aulas/modulo-01/aula-1.1-first.md",
        "aulas/modulo-04A/aula-4A.1-first.md",
        "modulos/modulo-1-start/aula-1.1-first.md",
        "módulos/modulo-1-start/aula-1.1-first.md",
        "v2-machine/modulo-2-sales/2.1-first.md",
        "modulo-2-sales/2.1-first.md",
        "M1-AULA1-First-Words.md",
        "legacy/1.1 First?.md",
        "aula_01_intro-pt-BR.txt",
        "aula_01_intro.vtt"
      })
  void isCourseShouldHoldForEveryLayout(String path) {
    assertThat(CourseBoundaries.isCourse(Tree.of(path))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "avaliacao-course-brief-x.md",
        "README.md",
        "notes/README.md",
        "legacy/old-notes.md",
        "one/COURSE-BRIEF.md",
        "one/lessons/1.1-first.md",
        "aulas/one/COURSE-BRIEF.md",
        "aulas/one/lessons/1.1-first.md",
        "one/two/COURSE-BRIEF.md"
      })
  void isCourseShouldNotHoldForOtherFolders(String path) {
    assertThat(CourseBoundaries.isCourse(Tree.of(path))).isFalse();
  }

  @Test
  void coursesInShouldTakeEachFolderOfTheRoot() {
    assertThat(courses(Tree.of("one/COURSE-BRIEF.md", "Two_Words x/README.md", "three/")))
        .containsExactly("Two_Words x", "one", "three");
  }

  @Test
  void coursesInShouldGiveLooseFilesAndDotFoldersToTheRoot() {
    assertThat(courses(Tree.of("one/README.md", "loose.md"))).containsExactly(".", "one");
    assertThat(courses(Tree.of("one/README.md", ".state/a.yaml"))).containsExactly(".", "one");
    assertThat(courses(Tree.of("one/README.md"))).containsExactly("one");
  }

  @Test
  void coursesInShouldOpenACollection() {
    Tree root =
        Tree.of(
            "nova/README.md",
            "nova/t1/aulas/modulo-01/aula-1.1-a.md",
            "nova/group/t2/COURSE-BRIEF.md",
            "nova/group/shared.md",
            "nova/a/b/c/COURSE-BRIEF.md");

    assertThat(courses(root)).containsExactly("nova", "nova/group/t2", "nova/t1");
    assertThat(owner(root, "nova/group/shared.md")).isEqualTo("nova");
    assertThat(owner(root, "nova/group/t2/COURSE-BRIEF.md")).isEqualTo("nova/group/t2");
    assertThat(owner(root, "nova/a/b/c/COURSE-BRIEF.md")).isEqualTo("nova");
    assertThat(owner(root, "elsewhere.md")).isEqualTo(".");
  }

  @Test
  void coursesInShouldNotNameACollectionThatHoldsNothingElse() {
    assertThat(courses(Tree.of("nova/t1/COURSE-BRIEF.md"))).containsExactly("nova/t1");
  }

  @Test
  void coursesInShouldNotLookForCoursesInACourse() {
    assertThat(courses(Tree.of("one/COURSE-BRIEF.md", "one/v2/COURSE-BRIEF.md")))
        .containsExactly("one");
  }

  @Test
  void coursesInShouldKeepAKnownCourseWholeWhenAFolderInItGainsABrief() {
    Tree root = Tree.of("one/README.md", "one/v2/COURSE-BRIEF.md");

    CourseBoundaries holding =
        new CourseBoundaries(
            List.of(), Set.of(new CourseId("one")), (course, folder) -> folder.equals("v2"));

    assertThat(courses(root)).containsExactly("one", "one/v2");
    assertThat(courses(root, holding)).containsExactly("one");
  }

  @Test
  void coursesInShouldFindTheCoursesOfACollectionThatBecameKnownBeforeThem() {
    Tree root = Tree.of("nova/README.md", "nova/t1/COURSE-BRIEF.md", "nova/t2/COURSE-BRIEF.md");

    assertThat(courses(root, knowing("nova"))).containsExactly("nova", "nova/t1", "nova/t2");
  }

  @Test
  void coursesInShouldKeepCoursesOfACollectionThatGainsABrief() {
    Tree root = Tree.of("nova/COURSE-BRIEF.md", "nova/t1/README.md", "nova/t2/COURSE-BRIEF.md");

    assertThat(courses(root, knowing("nova/t1"))).containsExactly("nova", "nova/t1");
  }

  @Test
  void coursesInShouldTakeANewCourseInAKnownCollection() {
    Tree root = Tree.of("nova/README.md", "nova/t1/README.md", "nova/t2/COURSE-BRIEF.md");

    assertThat(courses(root, knowing("nova", "nova/t1")))
        .containsExactly("nova", "nova/t1", "nova/t2");
  }

  @Test
  void coursesInShouldLeaveAFolderToTheCollectionThatIsKnownToHoldIt() {
    Tree root = Tree.of("nova/README.md", "nova/t1/README.md", "nova/t2/COURSE-BRIEF.md");
    CourseBoundaries known =
        new CourseBoundaries(
            List.of(),
            Set.of(new CourseId("nova"), new CourseId("nova/t1")),
            (course, folder) -> course.path().equals("nova") && folder.equals("t2"));

    assertThat(courses(root, known)).containsExactly("nova", "nova/t1");
  }

  @Test
  void coursesInShouldForgetKnownCoursesThatAreGone() {
    assertThat(courses(Tree.of("one/README.md"), knowing("gone", "one/gone", "one")))
        .containsExactly("one");
  }

  @Test
  void coursesInShouldFollowGlobsFirst() {
    Tree root =
        Tree.of("cursos/a/x.md", "cursos/b [IA]/t/COURSE-BRIEF.md", "cursos/n.md", "docs/y.md");

    assertThat(courses(root, naming("cursos/*"))).containsExactly(".", "cursos/a", "cursos/b [IA]");
    assertThat(courses(root, naming("/cursos/{a,z}/"))).containsExactly(".", "cursos/a");
    assertThat(courses(root, naming("cursos/b [IA]"))).containsExactly(".", "cursos/b [IA]");
    assertThat(courses(root, naming("**/t"))).containsExactly(".", "cursos/b [IA]/t");
    assertThat(courses(root, naming("cursos", "docs"))).containsExactly("cursos", "docs");
  }

  @Test
  void coursesInShouldLetGlobsOverruleKnownCoursesInsideButNotBeside() {
    Tree root = Tree.of("nova/t1/x.md", "docs/y.md");
    CourseBoundaries both =
        new CourseBoundaries(
            List.of("nova"),
            Set.of(new CourseId("nova/t1"), new CourseId("docs")),
            (course, folder) -> false);

    assertThat(courses(root, both)).containsExactly("docs", "nova");
  }

  @Test
  void coursesInShouldKnowAFolderByItsComposedName() {
    String found = Normalizer.normalize("ação", Normalizer.Form.NFD);
    SortedMap<CourseId, String> courses =
        CourseBoundaries.unknown().coursesIn(Tree.of(found + "/x.md"));

    assertThat(courses)
        .containsExactlyEntriesOf(new TreeMap<>(Map.of(new CourseId("ação"), found)));
  }

  @Test
  void coursesInShouldGiveAFolderWhoseNameIsTakenToTheRoot() {
    String found = Normalizer.normalize("ação", Normalizer.Form.NFD);
    SortedMap<CourseId, String> courses =
        CourseBoundaries.unknown().coursesIn(Tree.of(found + "/x.md", "ação/y.md"));

    assertThat(courses.keySet()).containsExactly(CourseId.ROOT, new CourseId("ação"));
    assertThat(courses.get(new CourseId("ação"))).isEqualTo("ação");
  }

  @Test
  void isPartOfCourseShouldTellALessonsFolderFromAFolderOfCourses() {
    assertThat(CourseBoundaries.isPartOfCourse(Tree.of("lessons/1.1-a.md"), "lessons")).isTrue();
    assertThat(CourseBoundaries.isPartOfCourse(Tree.of("COURSE-BRIEF.md", "x/a.md"), "x")).isTrue();
    assertThat(CourseBoundaries.isPartOfCourse(Tree.of("aulas/one/COURSE-BRIEF.md"), "aulas"))
        .isFalse();
  }

  @Test
  void coursesInShouldTakeWhatIsFixedForOneCourseWhateverItHolds() {
    Tree root =
        Tree.of("nova/t1/COURSE-BRIEF.md", "nova/t2/COURSE-BRIEF.md", "other/COURSE-BRIEF.md");

    assertThat(courses(root, fixing("nova"))).containsExactly("nova", "other");
    assertThat(courses(root, new CourseBoundaries(List.of("nova"), List.of("nova/*"), all(), NONE)))
        .containsExactly(".", "nova");
  }

  @Test
  void coursesInShouldTakeFixedCoursesOutOfTheCourseAround() {
    Tree root = Tree.of("nova/curriculum.yaml", "nova/a/notes.md", "nova/b/notes.md");

    assertThat(courses(root)).containsExactly("nova");
    assertThat(courses(root, fixing("nova/a", "nova/b")))
        .containsExactly("nova", "nova/a", "nova/b");
    assertThat(courses(root, fixing("nova", "nova/b"))).containsExactly("nova", "nova/b");
  }

  @Test
  void coursesInShouldNotNameAFolderOfFixedCoursesThatHoldsNothingElse() {
    Tree root = Tree.of("nova/v1/modulo-1-a/1.1-a.md", "nova/v2/notes.md");

    assertThat(courses(root)).containsExactly("nova");
    assertThat(courses(root, fixing("nova/v1", "nova/v2"))).containsExactly("nova/v1", "nova/v2");
  }

  @Test
  void isPartOfNamedShouldHoldForFoldersBelowWhatIsNamed() {
    CourseBoundaries boundaries =
        new CourseBoundaries(List.of("nova", "nova/v2"), List.of("nova/*", "a/*"), all(), NONE);

    assertThat(Stream.of("nova/v1", "nova/v2/x", "a/b/c").map(CourseId::new))
        .allMatch(boundaries::isPartOfNamed);
    assertThat(Stream.of("nova", "nova/v2", "a", "a/b", "other/x").map(CourseId::new))
        .noneMatch(boundaries::isPartOfNamed);
  }

  @Test
  void coursesBelowShouldFindFoldersThatLookLikeCourses() {
    Tree folder =
        Tree.of(
            "curriculum.yaml",
            "lessons/1.1-a.md",
            "modulo-1/1.1-a.md",
            "t1/COURSE-BRIEF.md",
            "group/t2/lessons/1.1-a.md",
            ".old/COURSE-BRIEF.md",
            "notes/a.md");

    assertThat(CourseBoundaries.coursesBelow(folder)).containsExactly("group/t2", "t1");
  }

  private static Set<CourseId> all() {
    return Set.of(new CourseId("nova/t1"), new CourseId("nova/t2"));
  }

  private static CourseBoundaries fixing(String... globs) {
    return new CourseBoundaries(List.of(globs), List.of(), Set.of(), NONE);
  }

  private static List<String> courses(Tree root) {
    return courses(root, CourseBoundaries.unknown());
  }

  private static List<String> courses(Tree root, CourseBoundaries boundaries) {
    return boundaries.coursesIn(root).keySet().stream().map(CourseId::path).toList();
  }

  private static String owner(Tree root, String path) {
    return CourseBoundaries.owner(CourseBoundaries.unknown().coursesIn(root).keySet(), path).path();
  }

  private static CourseBoundaries knowing(String... courses) {
    return new CourseBoundaries(
        List.of(),
        Arrays.stream(courses).map(CourseId::new).collect(Collectors.toSet()),
        (course, folder) -> false);
  }

  private static CourseBoundaries naming(String... globs) {
    return new CourseBoundaries(List.of(globs), Set.of(), (course, folder) -> false);
  }

  /** Folders of a workspace, drawn from the paths of the files in it. */
  private record Tree(SortedSet<String> files, SortedMap<String, FolderView> folders)
      implements FolderView {

    static Tree of(String... paths) {
      Tree root = new Tree(new TreeSet<>(), new TreeMap<>());
      for (String path : paths) {
        root.add(path);
      }
      return root;
    }

    private void add(String path) {
      int slash = path.indexOf('/');
      if (slash >= 0) {
        Tree below =
            (Tree)
                folders.computeIfAbsent(
                    path.substring(0, slash), name -> new Tree(new TreeSet<>(), new TreeMap<>()));
        below.add(path.substring(slash + 1));
      } else if (!path.isEmpty()) {
        files.add(path);
      }
    }
  }
}
