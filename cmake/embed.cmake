# Puts data files inside the program: one assembler file that includes their bytes, one table.
# site/embedded.h reads them.
file(GLOB_RECURSE EMBEDDED_FILES CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
     ${PROJECT_SOURCE_DIR}/site/data/* ${PROJECT_SOURCE_DIR}/site/vocabulary/*
     ${PROJECT_SOURCE_DIR}/checks/data/* ${PROJECT_SOURCE_DIR}/rules/*.json
     ${PROJECT_SOURCE_DIR}/reports/data/* ${PROJECT_SOURCE_DIR}/cli/sample/*)
list(SORT EMBEDDED_FILES)

set(assembly ".section .rodata\n")
set(declarations "")
set(rows "")
set(dependencies "")
set(index 0)
foreach(file ${EMBEDDED_FILES})
  string(APPEND assembly
         ".global touchstone_file_${index}\n.global touchstone_file_${index}_end\n"
         "touchstone_file_${index}:\n.incbin \"${PROJECT_SOURCE_DIR}/${file}\"\n"
         "touchstone_file_${index}_end:\n.byte 0\n")
  string(APPEND declarations
         "extern \"C\" const char touchstone_file_${index}[], touchstone_file_${index}_end[];\n")
  string(APPEND rows "    {\"${file}\", {touchstone_file_${index}, static_cast<std::size_t>("
         "touchstone_file_${index}_end - touchstone_file_${index})}},\n")
  list(APPEND dependencies ${PROJECT_SOURCE_DIR}/${file})
  math(EXPR index "${index} + 1")
endforeach()
string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")

file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/embedded_bytes.S CONTENT "${assembly}" @ONLY)
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/embedded_table.cpp CONTENT
"#include \"site/embedded.h\"\n${declarations}
namespace touchstone {
const std::vector<EmbeddedFile>& embedded_files() {
  static const std::vector<EmbeddedFile> files{\n${rows}  };
  return files;
}
}  // namespace touchstone\n" @ONLY)
set_source_files_properties(${PROJECT_BINARY_DIR}/embedded_bytes.S PROPERTIES
                            OBJECT_DEPENDS "${dependencies}")
add_library(embedded STATIC ${PROJECT_BINARY_DIR}/embedded_bytes.S
                            ${PROJECT_BINARY_DIR}/embedded_table.cpp)
target_include_directories(embedded PRIVATE ${PROJECT_SOURCE_DIR})
