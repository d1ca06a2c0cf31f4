# Writes the list of all checks from the files of checks/<group>/<touchpoint>.cpp, so that nobody
# keeps it by hand. checks/presence/ holds finders, not checks.
file(GLOB check_files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/checks
     ${PROJECT_SOURCE_DIR}/checks/*/*.cpp)
list(FILTER check_files EXCLUDE REGEX "^presence/")
set(names "")
foreach(file ${check_files})
  get_filename_component(name ${file} NAME_WE)
  list(APPEND names ${name})
endforeach()
list(SORT names)
set(declarations "")
set(rows "")
foreach(name ${names})
  string(REPLACE "-" "_" object ${name})
  string(APPEND declarations "extern const Check ${object};\n")
  string(APPEND rows "      &checks::${object},\n")
endforeach()
set(CHECK_REGISTRY ${PROJECT_BINARY_DIR}/check_registry.cpp)
file(CONFIGURE OUTPUT ${CHECK_REGISTRY} CONTENT
"#include \"checks/check.h\"
namespace touchstone {
namespace checks {
${declarations}}  // namespace checks
const std::vector<const Check*>& all_checks() {
  static const std::vector<const Check*> checks{\n${rows}  };
  return checks;
}
}  // namespace touchstone\n" @ONLY)
