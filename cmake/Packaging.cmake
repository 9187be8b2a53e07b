# What is installed and how it is packed; `./dev package` runs it on the release preset.
include(GNUInstallDirs)

install(TARGETS kith kith-cli RUNTIME COMPONENT client)
install(TARGETS kith-server RUNTIME COMPONENT server)
if(TARGET kith-conform)
  install(TARGETS kith-conform RUNTIME COMPONENT server)
endif()
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  install(FILES packaging/linux/org.kith.Kith.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT client)
  install(FILES resources/icons/kith.svg
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT client)
endif()
install(FILES LICENSE README.md CHANGELOG.md docs/protocol.md docs/conformance.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT client)

set(CPACK_PACKAGE_NAME kith)
set(CPACK_PACKAGE_VENDOR "The Kith founders")
set(CPACK_PACKAGE_CONTACT "The Kith founders <founders@kith.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Native messenger with a complete local mirror, and its server")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins and libraries that are opened at run time are invisible to shlibdeps.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-qpa-plugins, libsecret-1-0, libssl3")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, gnome-keyring | kwalletmanager")
include(CPack)
