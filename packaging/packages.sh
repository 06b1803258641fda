# Which packages building, running and testing need (Debian 12 and Ubuntu 24.04 use the same names), and how they get there.
# Sourced by run and test.

packages_build="build-essential ca-certificates ccache cmake git libcli11-dev libexpected-dev libfmt-dev libgl-dev
    ninja-build pkg-config qt6-base-dev qt6-base-dev-tools qt6-declarative-dev
    qt6-declarative-dev-tools qt6-l10n-tools qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools"
packages_run="fonts-inter fonts-jetbrains-mono libqt6svg6 qml6-module-qtqml
    qml6-module-qtqml-models qml6-module-qtqml-workerscript qml6-module-qtquick qml6-module-qtquick-controls
    qml6-module-qtquick-layouts qml6-module-qtquick-templates qml6-module-qtquick-window
    qt6-qpa-plugins"
packages_test="at-spi2-core dbus gir1.2-atspi-2.0 librsvg2-bin libvalijson-dev libz3-dev mold nlohmann-json3-dev poppler-utils python3 python3-gi
    qml6-module-qttest xauth xvfb"
packages_long="clang libclang-rt-dev"
packages_lint="clang-format-14 clang-tidy-14"

# Prints those of "$@" that are not installed.
missing_packages() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
    done
}

# Installs those of "$@" that are missing; touches neither the network nor root's rights where none is.
install_missing() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing ${#missing[@]} packages: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Run this as root, or install sudo: packages are missing." >&2; return 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
    # A name that another package provides would be fetched anew each time.
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] || { echo "Still missing after they were installed: ${missing[*]}" >&2; return 1; }
}

# Compilers fight for memory before they fight for cores.
export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}"
