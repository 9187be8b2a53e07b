# One way to make a room (library), a program and a test: language level, warnings, hardening and
# sanitizers live here and nowhere else, so that every target is held to the same rules.

set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(KITH_CCACHE ccache)
if(KITH_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers need the two sloppiness flags to be cacheable; base_dir lets checkouts share hits.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${KITH_CCACHE}")
endif()

find_program(KITH_LLD ld.lld)
if(KITH_LLD AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_link_options(-fuse-ld=lld)
endif()

function(kith_compile_rules target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${target} PRIVATE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 KITH_VERSION="${PROJECT_VERSION}"
    $<$<NOT:$<CONFIG:Release>>:QT_FORCE_ASSERTS>)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /permissive- /utf-8 $<$<BOOL:${KITH_WERROR}>:/WX>)
    return()
  endif()
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror=switch -Werror=return-type
    $<$<BOOL:${KITH_WERROR}>:-Werror>
    # GCC 12 sees uninitialised reads in the untaken alternatives of std::variant.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  if(KITH_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${KITH_SANITIZE} -fno-omit-frame-pointer
                           -fno-sanitize-recover=all)
    target_link_options(${target} PRIVATE -fsanitize=${KITH_SANITIZE})
  else()
    target_compile_options(${target} PRIVATE -fstack-protector-strong
                           $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
  endif()
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(${target} PRIVATE -Wl,-z,relro,-z,now -Wl,--as-needed)
  endif()
endfunction()

# kith_room(name SOURCES … PUBLIC … PRIVATE … PCH …): one static library; its link line is its place in the house.
# PCH names the Qt and std headers that nearly every file of the room includes.
function(kith_room target)
  cmake_parse_arguments(ROOM "" "" "SOURCES;PUBLIC;PRIVATE;PCH" ${ARGN})
  add_library(${target} STATIC ${ROOM_SOURCES})
  kith_compile_rules(${target})
  target_link_libraries(${target} PUBLIC ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
  if(ROOM_PCH)
    target_precompile_headers(${target} PRIVATE ${ROOM_PCH})
  endif()
endfunction()

# kith_program(name SOURCES … PRIVATE …)
function(kith_program target)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;PRIVATE" ${ARGN})
  add_executable(${target} ${PROGRAM_SOURCES})
  kith_compile_rules(${target})
  target_link_libraries(${target} PRIVATE ${PROGRAM_PRIVATE})
endfunction()

# kith_tests(label SOURCES tst_a.cpp … PRIVATE … [ENVIRONMENT A=b …] [TIMEOUT s] [DEPENDS program …])
# One executable and one ctest entry per tst_*.cpp, labelled with the room it tests.
function(kith_tests label)
  cmake_parse_arguments(T "" "TIMEOUT" "SOURCES;PRIVATE;ENVIRONMENT;DEPENDS" ${ARGN})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 180)
  endif()
  foreach(source IN LISTS T_SOURCES)
    get_filename_component(name "${source}" NAME_WE)
    set(target "${label}_${name}")
    add_executable(${target} ${source})
    kith_compile_rules(${target})
    target_link_libraries(${target} PRIVATE Qt6::Test ${T_PRIVATE})
    target_compile_definitions(${target} PRIVATE
      KITH_SOURCE_DIR="${PROJECT_SOURCE_DIR}" KITH_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    if(T_DEPENDS)
      add_dependencies(${target} ${T_DEPENDS})
    endif()
    add_test(NAME ${label}/${name} COMMAND ${target})
    set_tests_properties(${label}/${name} PROPERTIES LABELS "${label}" TIMEOUT ${T_TIMEOUT}
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${T_ENVIRONMENT}")
  endforeach()
endfunction()

# Files with sites of core/base/twin.h: compiled a second time, with the sites, for test programs only.
set(KITH_TWIN_SITES
  core/store/chat_table.cpp core/store/message_table.cpp core/store/reader_chats.cpp
  server/realtime/session.cpp
  server/storage/catch_up.cpp server/storage/epoch_guard.cpp server/storage/hot_rows.cpp
  server/storage/lineage.cpp server/storage/message_writes.cpp server/storage/overview.cpp server/storage/receipts.cpp
  server/storage/write_desk.cpp server/storage/writer.cpp
  sync/applier.cpp sync/divergence.cpp sync/lanes.cpp sync/receipts.cpp)

# kith_with_twins(program…): for each a second program, program-twins, that can run as a broken twin: it is the one
# that KITH_TWIN names (tests/kit/twins.h), or none. Nothing of the program itself is compiled again, and objects on
# the link line come before libraries, so each site's object stands in for that of its room.
function(kith_with_twins)
  if(NOT TARGET kith_twin_sites)
    find_package(SQLite3 3.38 REQUIRED)
    list(TRANSFORM KITH_TWIN_SITES PREPEND "${PROJECT_SOURCE_DIR}/")
    add_library(kith_twin_sites OBJECT ${KITH_TWIN_SITES} "${PROJECT_SOURCE_DIR}/tests/kit/twin_choice.cpp")
    kith_compile_rules(kith_twin_sites)
    target_compile_definitions(kith_twin_sites PRIVATE KITH_TWINS)
    target_link_libraries(kith_twin_sites PRIVATE kith_sync kith_server_net SQLite::SQLite3)
    set_target_properties(kith_twin_sites PROPERTIES AUTOMOC OFF)
  endif()
  foreach(program IN LISTS ARGN)
    get_target_property(libraries ${program} LINK_LIBRARIES)
    add_executable(${program}-twins $<TARGET_OBJECTS:${program}> $<TARGET_OBJECTS:kith_twin_sites>)
    kith_compile_rules(${program}-twins)
    target_link_libraries(${program}-twins PRIVATE ${libraries} kith_sync kith_server_net)
    set_target_properties(${program}-twins PROPERTIES LINKER_LANGUAGE CXX AUTOMOC OFF)
  endforeach()
endfunction()
